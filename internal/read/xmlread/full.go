package xmlread

import "github.com/iatilint/iatilint/schema"

// attach makes a node a part of the entry.
func (p *parser) attach(child schema.Child, parent schema.Node, name string, index int, tag schema.Range) {
	p.nodes++
	schema.Attach(child, parent, name, index, tag)
}

// exceeds reports whether the element at hand would be a node beyond the limit of an
// entry, and reports the first one. Elements that identify the entry are always read.
func (p *parser) exceeds(name []byte) bool {
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
	if !p.full {
		p.full = true
		p.entry.AddFault(p.limits.TooManyNodes(p.tag()))
	}
	return true
}
