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
	seen   map[schema.Node]bool
	open   []openResult
}

// openResult is a result that came or went. Only when all else has been seen is
// it known which of its indicators moved to or from another result.
type openResult struct {
	kind   Kind
	result *schema.Result
	at     int // where the changes of its indicators belong
}

func newVisitor() *visitor {
	return &visitor{fields: []Field{}, became: map[schema.Node]schema.Node{}, seen: map[schema.Node]bool{}}
}

// compare collects what changed between two entries.
func (v *visitor) compare(pairs func(before, after *schema.Entry, visit func(before, after schema.Node)), before, after *schema.Entry) []Field {
	pairs(before, after, v.pair)
	v.renamed(before, after)
	for _, r := range before.Results {
		if !v.seen[r] {
			v.one(Removed, r)
		}
	}
	for i := len(v.open) - 1; i >= 0; i-- {
		v.close(v.open[i])
	}
	return v.fields
}

// close adds the indicators of a result that came or went with it.
func (v *visitor) close(o openResult) {
	behind := v.fields[o.at:]
	v.fields = slices.Clone(v.fields[:o.at])
	for _, i := range o.result.Indicators {
		if !v.seen[i] {
			v.one(o.kind, i)
		}
	}
	v.fields = append(v.fields, behind...)
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
	v.seen[before], v.seen[after] = true, true
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
	case *schema.Indicator:
		v.place(before.(*schema.Indicator), a)
	}
	earlier := values(before)
	for i, now := range values(after) {
		v.value(after, earlier[i], now)
	}
}

// place tells of an indicator that stands under another result now.
func (v *visitor) place(before, after *schema.Indicator) {
	was, is := parent(before), parent(after)
	if was == nil || is == nil || v.became[was] == is {
		return
	}
	v.fields = append(v.fields, Field{
		Kind:   Changed,
		Path:   append(v.holders(after), label(after)),
		Name:   "moved",
		Change: lint.NewChange(label(was), label(is)),
	})
}

// one takes a node that came or went, with all that it holds.
func (v *visitor) one(kind Kind, n schema.Node) {
	v.seen[n] = true
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
	if r, ok := n.(*schema.Result); ok {
		v.open = append(v.open, openResult{kind, r, len(v.fields)})
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
		switch n := n.(type) {
		case *schema.Result, *schema.Indicator, *schema.Period:
			f.Path, f.Name = append(f.Path, f.Name), after.name
		case *schema.Measurement:
			if after.name == disaggregated {
				f.Name, f.Prose = n.Name(), true // its label is what changed
			}
			f.Name += " " + after.name
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

// inside lists the parts of a node that came or went with it, but for the
// indicators of a result. The title of a result or indicator is its name already.
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
