package schema

import "strconv"

// Node is a part of an entry that rules look at one by one.
type Node interface {
	// Children calls visit for the nodes right below the node, in the order of
	// the standard's elements.
	Children(visit func(Node))
	// Path is a simple XPath or a JSON Pointer of the node, "" in formats
	// without either.
	Path() string
	// Place is the smallest part of the node that names it: its start tag, or
	// what stands for it.
	Place() Range

	kind() Kind
}

// node is what every node below an entry has: its parent and its place among
// its siblings.
type node struct {
	Tag    Range // the start tag, or what stands for it
	parent Node
	name   string // element name
	index  int    // among siblings of the same name, from 0
	step   string // from the parent, as a JSON Pointer; "" in formats without those
}

// Path implements Node.
func (n *node) Path() string {
	if n.parent == nil {
		return ""
	}
	parent := n.parent.Path()
	switch n.step {
	case "":
	case SameValue:
		return parent
	default:
		return parent + n.step
	}
	if parent == "" {
		return ""
	}
	return parent + "/" + n.name + "[" + strconv.Itoa(n.index+1) + "]"
}

// Name returns the name of the element, as the standard has it.
func (n *node) Name() string { return n.name }

// Parent returns the node that holds this one; nil for a node that was built alone.
func (n *node) Parent() Node { return n.parent }

// Place implements Node: the start tag.
func (n *node) Place() Range { return n.Tag }

// Place implements Node: the text itself.
func (n *Narrative) Place() Range { return n.At }
