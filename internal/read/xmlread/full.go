package xmlread

import "github.com/iatilint/iatilint/schema"

// attach makes a node a part of the entry.
func (p *parser) attach(child schema.Child, parent schema.Node, name string, index int, tag schema.Range) {
	p.nodes++
	schema.Attach(child, parent, name, index, tag)
}

// full reports whether the element at hand would be a node for which an entry of
// so many has no room. The first is told of; what names the entry always has.
func (p *parser) full(name []byte) bool {
	if p.nodes < p.limits.Nodes {
		return false
	}
	switch string(name) {
	case "result", "indicator", "baseline", "period", "target", "actual", "dimension", "location", "reference",
		"title", "description", "comment", "narrative", "document-link",
		"participating-org", "other-identifier", "activity-date", "related-activity":
	default:
		return false
	}
	if !p.told {
		p.told = true
		p.entry.AddFault(p.limits.TooManyNodes(p.tag()))
	}
	return true
}
