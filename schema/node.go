package schema

import "strconv"

// Node is a part of an entry that rules look at one by one.
type Node interface {
	// Path is a simple XPath of the node, "" in formats without one.
	Path() string
	// Place is the smallest part of the node that names it: its start tag, or
	// what stands for it.
	Place() Range
}

// node is what every node below an entry has: its parent and its place among
// its siblings.
type node struct {
	parent Node
	name   string // element name
	index  int    // among siblings of the same name, from 0
}

// Path implements Node.
func (n *node) Path() string {
	if n.parent == nil {
		return ""
	}
	parent := n.parent.Path()
	if parent == "" {
		return ""
	}
	return parent + "/" + n.name + "[" + strconv.Itoa(n.index+1) + "]"
}

// Name is the name of the element, as the standard has it.
func (n *node) Name() string { return n.name }

// Parent is the node that holds this one; nil for a node that was built alone.
func (n *node) Parent() Node { return n.parent }

// Place implements Node.
func (o *Organisation) Place() Range    { return o.Tag }
func (o *OtherIdentifier) Place() Range { return o.Tag }
func (d *ActivityDate) Place() Range    { return d.Tag }
func (r *RelatedActivity) Place() Range { return r.Tag }
func (l *Location) Place() Range        { return l.Tag }
func (p *Prose) Place() Range           { return p.Tag }
func (n *Narrative) Place() Range       { return n.At }
func (r *Result) Place() Range          { return r.Tag }
func (r *Reference) Place() Range       { return r.Tag }
func (i *Indicator) Place() Range       { return i.Tag }
func (p *Period) Place() Range          { return p.Tag }
func (m *Measurement) Place() Range     { return m.Tag }
func (d *Dimension) Place() Range       { return d.Tag }
func (l *LocationRef) Place() Range     { return l.Tag }
func (l *DocumentLink) Place() Range    { return l.Tag }
