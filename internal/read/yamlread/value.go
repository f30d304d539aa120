package yamlread

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// converter makes values of nodes, with their places in one source.
type converter struct {
	pieces []piece // of the source; nil = it is the whole file
	raw    map[int32][]segment
	faults []schema.Fault

	// nodes are the nodes of the values, where only an outline is needed: the first
	// item stands for all of a list.
	nodes map[*form.Value]*node
}

// all is deeper than any document.
const all = maxDepth * 2

func (c *converter) at(r schema.Range) schema.Range {
	for i := len(c.pieces) - 1; i >= 0; i-- {
		if p := &c.pieces[i]; r.Start >= p.from.Start {
			by := p.at - p.from.Start
			return schema.Range{Start: r.Start + by, End: r.End + by}
		}
	}
	return r
}

// value returns a node as a value, down to so many levels of groups and lists.
func (c *converter) value(n *node, levels int) *form.Value {
	n = n.resolved()
	v := &form.Value{Kind: n.kind, Text: n.text, At: c.at(n.at)}
	if c.nodes != nil {
		c.nodes[v] = n
	}
	switch {
	case n.kind == form.String:
		if n.segments != nil {
			v.Escaped = true
			c.raw[v.At.Start] = *n.segments
		}
	case levels == 0:
	case n.kind == form.List:
		v.Items = make([]*form.Value, len(n.children))
		for i, item := range n.children {
			if i == 1 && c.nodes != nil {
				levels = 1
			}
			v.Items[i] = c.value(item, levels-1)
		}
	case n.kind == form.Object:
		c.members(v, n, levels-1)
	}
	return v
}

// rawSpan finds the raw text of a part of a text again.
func (c *converter) rawSpan(_ *schema.Source, t schema.Text, from, to int) (int, int) {
	return rawSpan(c.raw[t.At.Start], t.At.Len(), from, to)
}

// members reads the keys of a group: first its own, then those that it takes
// over from others.
func (c *converter) members(v *form.Value, n *node, levels int) {
	known := map[string]schema.Range{}
	var merged []*node
	for i := 0; i+1 < len(n.children); i += 2 {
		value := n.children[i+1]
		key := n.children[i].resolved()
		at := c.at(n.children[i].whole)
		switch {
		case key.merge:
			merged = append(merged, value)
			continue
		case key.kind == form.List || key.kind == form.Object:
			c.faults = append(c.faults, schema.Fault{
				Kind: schema.InvalidStructure, At: at, Message: "a group or list stands where the name of a key should", Hint: "write the name, a colon, and the value behind it",
			})
			continue
		}
		if first, repeated := known[key.text]; repeated {
			c.faults = append(c.faults, repeatedKey(key.text, at, first))
			continue
		}
		known[key.text] = at
		v.Members = append(v.Members, form.Member{Key: key.text, KeyAt: at, Value: c.value(value, levels)})
	}
	for _, m := range merged {
		c.merge(v, m, known, levels)
	}
}

// merge adds the keys of another group, or of a list of groups, that are not
// there yet.
func (c *converter) merge(v *form.Value, from *node, known map[string]schema.Range, levels int) {
	n := from.resolved()
	switch n.kind {
	case form.List:
		for _, item := range n.children {
			c.merge(v, item, known, levels)
		}
	case form.Object:
		for _, m := range c.value(n, levels+1).Members {
			if _, repeated := known[m.Key]; !repeated {
				known[m.Key] = m.KeyAt
				v.Members = append(v.Members, m)
			}
		}
	default:
		c.faults = append(c.faults, schema.Fault{
			Kind: schema.InvalidStructure, At: c.at(from.whole), Message: "<< takes over the keys of another group, but none follows", Hint: "write << : *name, where &name stands before a group of keys",
		})
	}
}

func repeatedKey(key string, at, first schema.Range) schema.Fault {
	return schema.Fault{
		Kind:    schema.NotWellFormed,
		Unread:  true,
		At:      at,
		Message: fmt.Sprintf("%q stands twice in the same group, so one of the two is lost", key),
		Related: []schema.RelatedPlace{{At: first, Message: "the first one"}},
		Hint:    "keep one of them; what may be repeated is written as a list, each item after a hyphen",
	}
}
