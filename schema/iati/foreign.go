package iati

import (
	"slices"
	"strings"
)

// foreignAttributes checks the attributes of an element of another namespace, or
// of one below it: the standard's schemas look at those they declare for all elements.
func (w *Walk) foreignAttributes(f *frame, attrs []Attr) {
	if hasXSI(attrs) {
		w.instanceAttributes(f, attrs)
		if !f.node.lax { // an xsi:type made it an element with a type of its own
			w.attributes(f, withoutXSI(attrs))
			return
		}
	}
	for i := range attrs {
		a := &attrs[i]
		switch {
		case a.Space == spaceXML:
			w.xmlAttribute(f.node, a)
		case a.Space == "" && string(a.Name) == "value-date":
			if typ := w.structure.table.attributes["value-date"]; !typ.accepts(a.Value) {
				w.report(w.invalidValue(f.node, "value-date", a, typ))
			}
		}
	}
}

func hasXSI(attrs []Attr) bool {
	for i := range attrs {
		if attrs[i].Space == spaceXSI {
			return true
		}
	}
	return false
}

func withoutXSI(attrs []Attr) []Attr {
	return slices.DeleteFunc(slices.Clone(attrs), func(a Attr) bool { return a.Space == spaceXSI && isInstanceAttribute(a.Name) })
}

// isInstanceAttribute reports whether XML Schema allows the attribute of its
// instance namespace on every element.
func isInstanceAttribute(name []byte) bool {
	switch string(name) {
	case "type", "nil", "schemaLocation", "noNamespaceSchemaLocation":
		return true
	}
	return false
}

// instanceAttributes treats xsi:nil, which no element of the standard may have,
// and xsi:type, which may repeat or extend the type that an element has anyway
// and gives one to an element of another namespace.
func (w *Walk) instanceAttributes(f *frame, attrs []Attr) {
	for i := range attrs {
		a := &attrs[i]
		if a.Space != spaceXSI {
			continue
		}
		switch string(a.Name) {
		case "nil":
			if !f.node.lax {
				fault := w.attributeFault(UnknownAttribute, f.node, "xsi:nil", a)
				fault.Namespace = spaceXSI
				w.report(fault)
			}
		case "type":
			typed := w.typed(f.node, string(collapse(a.Value)))
			if typed == nil {
				w.report(w.invalidValue(f.node, "xsi:type", a, typeNone))
				continue
			}
			f.node = typed
		}
	}
}

// typed returns the element with the type that an xsi:type names; nil if it
// names none, or one that the element may not have.
func (w *Walk) typed(n *node, qname string) *node {
	prefix, name, found := strings.Cut(qname, ":")
	if !found {
		prefix, name = "", qname
	}
	space := ""
	if w.Prefix != nil {
		resolved, ok := w.Prefix(prefix)
		if !ok && prefix != "" {
			return nil
		}
		space = resolved
	} else if prefix != "" {
		return nil
	}
	switch {
	case space == spaceXSD && name == "anyType":
		if n.lax {
			return n
		}
		return nil
	case space == spaceXSD:
		return w.simplyTyped(n, name)
	case space != "":
		return nil
	case w.structure.table.declarations["type "+name] == nil:
		return nil
	case n.typeName == name:
		return n
	case !n.lax && !w.structure.extends(name, n.typeName):
		return nil
	}
	typed := &node{name: n.name, path: n.path}
	w.structure.setType(typed, name)
	return typed
}

func (w *Walk) simplyTyped(n *node, name string) *node {
	simple, ok := simpleTypeNamed(name)
	if !ok || simple == typeLanguageOrEmpty || simple == typeSpace {
		if n.lax && otherSchemaTypes[name] {
			simple = typeAnySimple // known, but its values are not checked
		} else {
			return nil
		}
	}
	declared, isSimple := simpleTypeNamed(n.typeName)
	if !n.lax && !(isSimple && simple.derivesFrom(declared)) {
		return nil
	}
	return &node{name: n.name, path: n.path, typeName: name, text: simple, closed: true}
}

// otherSchemaTypes are the built-in types of XML Schema whose values this package cannot judge.
var otherSchemaTypes = map[string]bool{
	"duration": true, "base64Binary": true, "QName": true, "NOTATION": true, "IDREFS": true, "ENTITY": true, "ENTITIES": true,
}
