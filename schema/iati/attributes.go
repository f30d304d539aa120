package iati

import (
	"math/bits"
	"slices"
)

const (
	spaceXML   = "http://www.w3.org/XML/1998/namespace"
	spaceXMLNS = "http://www.w3.org/2000/xmlns/"
	spaceXSI   = "http://www.w3.org/2001/XMLSchema-instance"
	spaceXSD   = "http://www.w3.org/2001/XMLSchema"
)

// attributes checks the attributes of an element of the standard.
func (w *Walk) attributes(f *frame, attrs []Attr) {
	n := f.node
	if hasXSI(attrs) {
		w.instanceAttributes(f, attrs)
		n = f.node
	}
	var seen, guessed uint32
	for i := range attrs {
		a := &attrs[i]
		if a.Space != "" {
			w.foreignAttribute(n, a)
			continue
		}
		index := -1
		for j := range n.attributes {
			if n.attributes[j].name == string(a.Name) {
				index = j
				break
			}
		}
		if index < 0 {
			if !isDeclaration(a) {
				guessed |= w.reportUnknownAttribute(n, a)
			}
			continue
		}
		seen |= 1 << index
		declared := &n.attributes[index]
		if declared.typ != typeString && !declared.typ.accepts(a.Value) {
			w.report(w.invalidValue(n, declared.name, a, declared.typ))
		}
		for k := range declared.codes {
			w.checkCode(&declared.codes[k], a.Value, attrs, a.ValueAt)
		}
	}
	if n.condition != nil {
		f.holds = holds(n.condition, attrs)
	}
	if missing := n.required &^ seen &^ guessed; missing != 0 {
		w.reportMissingAttributes(f, missing)
	}
}

// isDeclaration reports whether an attribute declares a namespace.
func isDeclaration(a *Attr) bool {
	return a.Space == spaceXMLNS || a.Space == "xmlns" || a.Space == "" && string(a.Name) == "xmlns"
}

// foreignAttribute checks an attribute of a namespace on an element of the
// standard: almost all take any, and those of the xml namespace have types.
func (w *Walk) foreignAttribute(n *node, a *Attr) {
	switch {
	case isDeclaration(a), a.Space == spaceXSI && isInstanceAttribute(a.Name):
		return
	case n.closed:
		fault := w.attributeFault(ForeignAttribute, n, string(a.Name), a)
		fault.Namespace = a.Space
		w.report(fault)
	case a.Space == spaceXML:
		w.xmlAttribute(n, a)
	}
}

// xmlAttribute checks the value of xml:lang, xml:space, xml:base and xml:id.
func (w *Walk) xmlAttribute(n *node, a *Attr) {
	typ, declared := w.structure.table.attributes["xml:"+string(a.Name)]
	if declared && !typ.accepts(a.Value) {
		w.report(w.invalidValue(n, "xml:"+string(a.Name), a, typ))
	}
}

func (w *Walk) invalidValue(n *node, name string, a *Attr, typ simpleType) Fault {
	fault := w.attributeFault(InvalidValue, n, name, a)
	fault.Type, fault.At = typ.String(), a.ValueAt
	return fault
}

// attributeFault returns a fault of an attribute, at its name.
func (w *Walk) attributeFault(kind Kind, n *node, name string, a *Attr) Fault {
	fault := w.elementFault(kind, n, a.NameAt)
	fault.Attribute, fault.Value = name, shorten(a.Value)
	return fault
}

// elementFault returns a fault of an element.
func (w *Walk) elementFault(kind Kind, n *node, at Range) Fault {
	return Fault{Kind: kind, Version: w.structure.version, Element: n.name, Parent: parentName(n.path), Path: n.path, At: at}
}

// reportMissingAttributes reports the required attributes that are missing, all
// in one fault.
func (w *Walk) reportMissingAttributes(f *frame, missing uint32) {
	n := f.node
	fault := w.elementFault(MissingAttribute, n, f.at)
	for i := range n.attributes {
		if missing&(1<<i) != 0 {
			fault.Missing = append(fault.Missing, n.attributes[i].name)
		}
	}
	fault.Attribute = fault.Missing[0]
	for _, later := range w.structure.later() {
		if same := later.at(n.path); same != nil && bits.OnesCount32(missing) == 1 {
			if i := same.attributeNamed(fault.Attribute); i >= 0 && !same.attributes[i].required {
				fault.Since = later.version
				break
			}
		}
	}
	w.report(fault)
}

// reportUnknownAttribute reports an attribute that the element does not have,
// and returns the bit of the one that was probably meant.
func (w *Walk) reportUnknownAttribute(n *node, a *Attr) (guessed uint32) {
	fault := w.attributeFault(UnknownAttribute, n, string(a.Name), a)
	defer func() { w.report(fault) }()
	for _, later := range w.structure.later() {
		if same := later.at(n.path); same != nil && same.attributeNamed(fault.Attribute) >= 0 {
			fault.Kind, fault.Since = NewerAttribute, later.version
			return 0
		}
	}
	if instead, ok := removed[n.name+"/@"+fault.Attribute]; ok {
		fault.Kind, fault.Expected = RemovedAttribute, []string{instead}
		return 0
	}
	if plain := plainName(fault.Attribute); plain == "lang" || plain == "xmllang" {
		fault.Expected, fault.hint = []string{"xml:lang"}, hintSpelling
		return 0
	}
	names := make([]string, len(n.attributes))
	for i := range n.attributes {
		names[i] = n.attributes[i].name
	}
	if i := likeliest(fault.Attribute, names, false); i >= 0 {
		fault.Expected, fault.hint = []string{names[i]}, hintSpelling
		return 1 << i
	}
	// A child may have it: <period iso-date="...">, or the parent.
	for _, child := range n.children {
		if child.node.attributeNamed(fault.Attribute) >= 0 && !slices.Contains(fault.Expected, child.name) {
			fault.Expected, fault.hint = append(fault.Expected, child.name), hintElsewhere
		}
	}
	if len(fault.Expected) == 0 && len(names) > 0 {
		fault.Expected, fault.hint = names, hintChoice
	}
	return 0
}
