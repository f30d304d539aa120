package schema

// Attach makes child a child of parent under an element name, at the given
// position among its siblings of that name; tag is its start tag. Readers call
// it for every node.
func Attach(child Child, parent Node, name string, index int, tag Range) {
	child.attach(node{Tag: tag, parent: parent, name: name, index: index})
}

// AttachAt is Attach for documents whose nodes are found by JSON Pointers: step
// leads from the parent to the child ("/indicator/0"), or is SameValue.
func AttachAt(child Child, parent Node, name string, index int, tag Range, step string) {
	child.attach(node{Tag: tag, parent: parent, name: name, index: index, step: step})
}

// SameValue is the step to a child that is written as its parent: a title that
// is a plain text is its narrative too.
const SameValue = "."

// Child is every node below an entry.
type Child interface {
	Node
	attach(node)
}

func (n *node) attach(made node) { *n = made }
