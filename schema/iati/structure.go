package iati

import (
	"slices"
	"strings"
	"sync"
)

// Root elements of the two kinds of IATI files.
const (
	RootActivities    = "iati-activities"
	RootOrganisations = "iati-organisations" // recognised, not checked
)

const activityElement = "iati-activity"

var versions = []string{"2.01", "2.02", "2.03"}

// Versions returns the versions of the standard whose structure is known,
// oldest first.
func Versions() []string { return slices.Clone(versions) }

// Structure is the structure of activity files in one version of the standard.
// It is immutable and may be shared by goroutines.
type Structure struct {
	version string
	table   *table
	root    *node
	activity,
	foreign *node
	// globals compiles the elements that may stand inside an element of another
	// namespace, where the standard's schemas still recognise and check them.
	globals map[string]func() *node
	parents func() map[string][]*node // name -> elements that take a child of that name
}

// For returns the structure of a version: "2.01", "2.02" or "2.03".
func For(version string) (*Structure, bool) {
	if compiled, ok := compiledStructures[version]; ok {
		return compiled(), true
	}
	return nil, false
}

var compiledStructures = map[string]func() *Structure{
	"2.01": sync.OnceValue(func() *Structure { return compile("2.01") }),
	"2.02": sync.OnceValue(func() *Structure { return compile("2.02") }),
	"2.03": sync.OnceValue(func() *Structure { return compile("2.03") }),
}

// Version returns the version of the standard.
func (s *Structure) Version() string { return s.version }

// later returns the structures of later versions, the next one first.
func (s *Structure) later() []*Structure {
	var result []*Structure
	for _, version := range versions {
		if version > s.version {
			structure, _ := For(version)
			result = append(result, structure)
		}
	}
	return result
}

// at returns the element of a path such as "iati-activities/iati-activity/result".
func (s *Structure) at(path string) *node {
	current := s.root
	names := strings.Split(path, "/")
	if names[0] != current.name {
		global, ok := s.globals[names[0]]
		if !ok {
			return nil
		}
		current = global()
	}
	for _, name := range names[1:] {
		index := current.childNamed(name)
		if index < 0 {
			return nil
		}
		current = current.children[index].node
	}
	return current
}

// Element describes one element of the structure.
type Element struct {
	Path       string // "iati-activities/iati-activity/result"
	Name       string
	Attributes []Attribute
	Children   []Child // in the order in which they must stand
	Text       string  // the type of its text: "string", "decimal", ...; empty: only elements
	Foreign    bool    // attributes of other namespaces are allowed
}

// Attribute is an attribute that an element may have.
type Attribute struct {
	Name     string // "iso-date", "xml:lang"
	Type     string // a simple type of XML Schema
	Required bool
}

// Child is an element that another may contain.
type Child struct {
	Name     string
	Required bool
	Many     bool
}

// Elements returns every element of the structure, each under every path it may
// stand at, in document order.
func (s *Structure) Elements() []Element {
	var result []Element
	s.root.walk(func(n *node) {
		element := Element{Path: n.path, Name: n.name, Foreign: !n.closed}
		if n.text != typeNone {
			element.Text = n.text.String()
		}
		for _, a := range n.attributes {
			element.Attributes = append(element.Attributes, Attribute{a.name, a.typ.String(), a.required})
		}
		for _, c := range n.children {
			element.Children = append(element.Children, Child{c.node.name, c.required, c.many})
		}
		result = append(result, element)
	})
	return result
}
