package schema

// Attach makes child a child of parent under an element name, at the given
// position among its siblings of that name; tag is its start tag. Readers call
// it for every node.
func Attach(child interface{ attach(node) }, parent Node, name string, index int, tag Range) {
	child.attach(node{Tag: tag, parent: parent, name: name, index: index})
}

func (n *node) attach(made node) { *n = made }
