package schema

// Attach makes child a child of parent under an element name, at the given
// position among its siblings of that name. Readers call it for every node.
func Attach(child interface{ attach(Node, string, int) }, parent Node, name string, index int) {
	child.attach(parent, name, index)
}

func (n *node) attach(parent Node, name string, index int) {
	n.parent, n.name, n.index = parent, name, index
}
