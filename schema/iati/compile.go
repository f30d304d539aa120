package iati

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/iatilint/iatilint/schema/codelist"
)

// node is an element under one path: a state of the machine that a walk drives.
// Its children stand in the order of their index.
type node struct {
	name, path string
	typeName   string // the named type of its content, which an xsi:type may repeat or extend
	attributes []attribute
	required   uint32 // bits of the attributes that must be there
	closed     bool   // no attributes of other namespaces
	text       simpleType
	children   []child
	must       uint64 // bits of the children that must be there
	lax        bool   // element of another namespace, or below one: only known elements are checked
	codes      []code // rules for its text
	// condition, if set, is that of a child's rule, on an attribute of this element.
	condition *codelist.Condition
}

type attribute struct {
	name     string
	typ      simpleType
	required bool
	codes    []code
}

type child struct {
	name           string
	node           *node
	required, many bool
}

// code is a rule with the index of its list among those that a walk has looked up.
type code struct {
	rule *codelist.Rule
	list int
}

// childNamed returns the index of a child, or -1.
func (n *node) childNamed(name string) int {
	return slices.IndexFunc(n.children, func(c child) bool { return c.name == name })
}

// attributeNamed returns the index of an attribute, or -1.
func (n *node) attributeNamed(name string) int {
	return slices.IndexFunc(n.attributes, func(a attribute) bool { return a.name == name })
}

// walk visits the element and all below it.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for i := range n.children {
		n.children[i].node.walk(visit)
	}
}

func compile(version string) *Structure {
	t := tables()[version]
	s := &Structure{version: version, table: t, globals: make(map[string]func() *node)}
	s.root = s.element(RootActivities, "", RootActivities, "")
	s.activity = s.root.children[s.root.childNamed(activityElement)].node
	s.foreign = &node{lax: true}
	for key := range t.declarations {
		if !strings.ContainsAny(key, "/ ") {
			s.globals[key] = sync.OnceValue(func() *node { return s.element(key, "", key, "") })
		}
	}
	s.parents = sync.OnceValue(func() map[string][]*node {
		parents := make(map[string][]*node)
		s.root.walk(func(n *node) {
			for _, c := range n.children {
				parents[c.name] = append(parents[c.name], n)
			}
		})
		return parents
	})
	s.attachCodes()
	return s
}

// element compiles the element of a name below a parent path; key is its entry
// in the table, typ the type that its parent gives it.
func (s *Structure) element(name, parent, key, typ string) *node {
	n := &node{name: name, path: name}
	if parent != "" {
		n.path = parent + "/" + name
	}
	if typ == "" {
		s.fill(n, s.table.declarations[key])
		return n
	}
	s.setType(n, typ)
	return n
}

// setType gives an element the content of a type.
func (s *Structure) setType(n *node, typ string) {
	n.typeName = typ
	if simple, ok := simpleTypeNamed(typ); ok {
		n.text = simple
		n.closed = true // nothing but text, no attributes either
		return
	}
	s.fill(n, s.table.declarations["type "+typ])
}

// fill compiles a declaration into an element, the content it builds on first.
func (s *Structure) fill(n *node, d *declaration) {
	if d.content != "" {
		if simple, ok := simpleTypeNamed(d.content); ok {
			n.text = simple
		} else {
			s.fill(n, s.table.declarations["type "+d.content])
			if n.typeName == "" {
				n.typeName = d.content
			}
		}
	}
	n.closed = n.closed || d.closed
	for _, line := range d.attributes {
		if line.required {
			n.required |= 1 << len(n.attributes)
		}
		n.attributes = append(n.attributes, attribute{name: line.name, typ: mustSimpleType(line.typ), required: line.required})
	}
	for _, line := range d.children {
		key := d.key + "/" + line.name
		if s.table.declarations[key] == nil {
			key = line.name
		}
		if line.required {
			n.must |= 1 << len(n.children)
		}
		c := child{name: line.name, required: line.required, many: line.many}
		c.node = s.element(line.name, n.path, key, line.typ)
		n.children = append(n.children, c)
	}
}

// extends reports whether the named type is base or builds on it.
func (s *Structure) extends(typ, base string) bool {
	for typ != "" && typ != base {
		d := s.table.declarations["type "+typ]
		if d == nil {
			return false
		}
		typ = d.content
	}
	return typ == base && base != ""
}

// attachCodes hangs the code list rules on the elements that they are for.
func (s *Structure) attachCodes() {
	rules := codelist.Rules(s.version)
	for i := range rules {
		rule := &rules[i]
		path := s.activity.path
		switch rule.Element {
		case "/":
			path = s.root.path
		case "":
		default:
			path += "/" + rule.Element
		}
		n := s.at(path)
		if n == nil {
			panic(fmt.Sprintf("rules.txt: %s has no element %q", s.version, path))
		}
		use := code{rule, slices.Index(listNames(), rule.List)}
		if rule.When.OfParent {
			s.at(path[:strings.LastIndexByte(path, '/')]).condition = &rule.When
		}
		if rule.Attribute == "" {
			n.codes = append(n.codes, use)
			continue
		}
		index := n.attributeNamed(rule.Attribute)
		if index < 0 {
			panic(fmt.Sprintf("rules.txt: %s has no attribute %q", s.version, rule.Path))
		}
		n.attributes[index].codes = append(n.attributes[index].codes, use)
	}
}

// listNames are the lists that rules of any version name; a walk holds the lists
// in this order.
var listNames = sync.OnceValue(func() []string {
	var names []string
	for _, version := range versions {
		for _, rule := range codelist.Rules(version) {
			if !slices.Contains(names, rule.List) {
				names = append(names, rule.List)
			}
		}
	}
	return names
})
