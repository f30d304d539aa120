package changes

import (
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// visitor collects what changed between the nodes of an entry.
type visitor struct {
	fields []Field
	// became finds what an earlier node is now, so that what went from it stands
	// under its current name.
	became map[schema.Node]schema.Node
}

func newVisitor() *visitor {
	return &visitor{fields: []Field{}, became: map[schema.Node]schema.Node{}}
}

// pair compares a node with its earlier self; the one that is missing is nil.
// Narratives are compared where their title or description is.
func (v *visitor) pair(before, after schema.Node) {
	switch {
	case before == nil:
		v.one(Added, after)
	case after == nil:
		v.one(Removed, before)
	default:
		v.both(before, after)
	}
}

func (v *visitor) both(before, after schema.Node) {
	v.became[before] = after
	switch a := after.(type) {
	case *schema.Prose:
		v.prose(before.(*schema.Prose), a)
		return
	case *schema.Narrative:
		return
	case *schema.Entry:
		v.entry(before.(*schema.Entry), a)
	case *schema.DocumentLink:
		b := before.(*schema.DocumentLink)
		v.prose(b.Title, a.Title)
		v.prose(b.Description, a.Description)
	}
	earlier := values(before)
	for i, now := range values(after) {
		v.value(after, earlier[i], now)
	}
}

// one takes a node that came or went, with all that it holds.
func (v *visitor) one(kind Kind, n schema.Node) {
	switch n := n.(type) {
	case *schema.Narrative:
		return
	case *schema.Prose:
		if kind == Added {
			v.prose(nil, n)
		} else {
			v.prose(n, nil)
		}
		return
	case *schema.Result, *schema.Indicator, *schema.Period:
		v.whole(kind, n)
	case *schema.Measurement:
		if words(n.Value.Value) == "" {
			v.whole(kind, n)
		}
	}
	for _, now := range values(n) {
		if now.implied {
			continue
		}
		if kind == Added {
			v.value(n, value{name: now.name}, now)
		} else {
			v.value(n, now, value{name: now.name})
		}
	}
	for _, part := range inside(n) {
		v.one(kind, part)
	}
}

// whole takes a node that has no value of its own.
func (v *visitor) whole(kind Kind, n schema.Node) {
	v.fields = append(v.fields, Field{Kind: kind, Path: v.holders(n), Name: label(n), Field: fieldName(n)})
}

// value compares a value of a node with what it was; an empty one is absent.
func (v *visitor) value(n schema.Node, before, after value) {
	if before.canonical == after.canonical {
		return
	}
	f := Field{
		Kind:   kindOf(before.raw, after.raw),
		Path:   v.holders(n),
		Name:   label(n),
		Field:  fieldName(n),
		Change: lint.NewChange(before.raw, after.raw),
		Number: numberOf(n, before, after),
	}
	if before.meaning+after.meaning != "" {
		f.Codes = &Codes{before.meaning, after.meaning}
	}
	if _, whole := n.(*schema.Entry); whole {
		f.Name = after.name
	} else if after.name != "" {
		switch n.(type) {
		case *schema.Result, *schema.Indicator:
			f.Path, f.Name = append(f.Path, f.Name), after.name
		default:
			f.Name += " " + after.name
		}
	}
	v.fields = append(v.fields, f)
}

func kindOf(before, after string) Kind {
	switch {
	case before == "":
		return Added
	case after == "":
		return Removed
	}
	return Changed
}

// inside lists the parts of a node that came or went with it. The title of a
// result or indicator is its name already.
func inside(n schema.Node) []schema.Node {
	var list []schema.Node
	prose := func(p *schema.Prose) {
		if p != nil {
			list = append(list, p)
		}
	}
	switch n := n.(type) {
	case *schema.Result:
		prose(n.Description)
		list = appendNodes(list, n.References)
		list = appendNodes(list, n.DocumentLinks)
		list = appendNodes(list, n.Indicators)
	case *schema.Indicator:
		prose(n.Description)
		list = appendNodes(list, n.References)
		list = appendNodes(list, n.DocumentLinks)
		list = appendNodes(list, n.Baselines)
		list = appendNodes(list, n.Periods)
	case *schema.Period:
		list = appendNodes(list, n.Targets)
		list = appendNodes(list, n.Actuals)
	case *schema.Measurement:
		prose(n.Comment)
		list = appendNodes(list, n.DocumentLinks)
	case *schema.DocumentLink:
		prose(n.Title)
		prose(n.Description)
	}
	return list
}

func appendNodes[N schema.Node](list []schema.Node, nodes []N) []schema.Node {
	for _, n := range nodes {
		list = append(list, n)
	}
	return list
}

// holders names what holds a node, from the outside in, without the entry.
func (v *visitor) holders(n schema.Node) []string {
	list := []string{}
	for p := parent(n); p != nil; p = parent(p) {
		if now := v.became[p]; now != nil {
			p = now
		}
		if _, entry := p.(*schema.Entry); entry {
			break
		}
		list = append(list, label(p))
	}
	slices.Reverse(list)
	return list
}

// fieldName names the part in the terms of the report of violations.
func fieldName(n schema.Node) string {
	if _, whole := n.(*schema.Entry); whole {
		return ""
	}
	return schema.FieldOf(nil, n, schema.Range{})
}
