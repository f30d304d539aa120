package compare

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// fieldChanges returns what changed between two entries.
func fieldChanges(before, after *schema.Entry) []FieldChange {
	d := differ{fields: []FieldChange{}}
	allPairs(before, after, d.pair)
	return d.fields
}

// differ collects the changes of an entry's fields.
type differ struct {
	fields []FieldChange
	result pair[*schema.Result] // the last that both entries have
}

// pair compares a node with its counterpart.
func (d *differ) pair(before, after, current schema.Node) {
	b, _ := before.(*schema.Narrative)
	a, _ := after.(*schema.Narrative)
	switch {
	case a != nil:
		d.text(a.Parent().(*schema.Prose), nil, b, a)
	case b != nil:
		d.text(current.(*schema.Prose), nil, b, nil)
	case before == nil:
		d.addNode(Added, after, holders(after))
	case after == nil:
		d.addNode(Removed, before, pathOf(current))
	default:
		d.compare(before, after)
	}
}

func (d *differ) compare(before, after schema.Node) {
	switch a := after.(type) {
	case *schema.Prose:
		if b := before.(*schema.Prose); proseType(b) != proseType(a) {
			d.add(a, FieldChange{Kind: Changed, Name: "type of the " + a.Name(), Change: lint.NewChange(proseType(b), proseType(a))})
		}
	case *schema.Result:
		d.result = pair[*schema.Result]{before.(*schema.Result), a}
	case *schema.Indicator:
		d.moved(before.(*schema.Indicator), a)
	}
	earlier := nodeValues(before)
	for i, now := range nodeValues(after) {
		if earlier[i].canonical != now.canonical {
			d.value(after, holders(after), earlier[i], now)
		}
	}
}

// moved adds the change of an indicator that is under another result now.
func (d *differ) moved(before, after *schema.Indicator) {
	old, current := before.Result(), after.Result()
	if old == nil || current == nil || d.result.before == old && d.result.after == current {
		return
	}
	d.fields = append(d.fields, FieldChange{
		Kind:   Changed,
		Path:   pathOf(after),
		Name:   "moved",
		Change: lint.NewChange(describe.Label(old), describe.Label(current)),
	})
}

// addNode adds a node that is new or gone, with all that it holds but the indicators
// of a result. path is where it is.
func (d *differ) addNode(kind Kind, n schema.Node, path []string) {
	switch n := n.(type) {
	case *schema.Prose:
		for _, narrative := range n.Narratives {
			d.text(n, path, either(kind, narrative).before, either(kind, narrative).after)
		}
		return
	case *schema.Result, *schema.Indicator, *schema.Period:
		d.add(n, FieldChange{Kind: kind, Path: path, Name: describe.Label(n)})
	case *schema.Measurement:
		if describe.Words(n.Value.Value) == "" {
			d.add(n, FieldChange{Kind: kind, Path: path, Name: describe.Label(n)})
		}
	}
	for _, v := range nodeValues(n) {
		if v.implied || v.canonical == "" {
			continue
		}
		sides := either(kind, v)
		sides.before.name, sides.after.name = v.name, v.name
		d.value(n, path, sides.before, sides.after)
	}
	inside := slices.Concat(path, []string{describe.Label(n)})
	for _, part := range parts(n) {
		d.addNode(kind, part, inside)
	}
}

// either returns what is new or gone as a pair.
func either[T any](kind Kind, v T) pair[T] {
	if kind == Added {
		return pair[T]{after: v}
	}
	return pair[T]{before: v}
}

// add adds a change of a node; without a path, it is where the node is.
func (d *differ) add(n schema.Node, f FieldChange) {
	if f.Path == nil {
		f.Path = holders(n)
	}
	f.Field = fieldName(n)
	d.fields = append(d.fields, f)
}

// value adds the change of a value of a node; an empty one is absent.
func (d *differ) value(n schema.Node, path []string, before, after value) {
	f := FieldChange{
		Kind:   kindOf(before.raw, after.raw),
		Path:   path,
		Name:   describe.Label(n),
		Change: lint.NewChange(before.raw, after.raw),
		Number: numberChange(n, before, after),
	}
	if before.meaning+after.meaning != "" {
		f.Codes = &Codes{before.meaning, after.meaning}
	}
	switch n := n.(type) {
	case *schema.Entry:
		f.Name = after.name
	case *schema.Result, *schema.Indicator, *schema.Period:
		f.Path, f.Name = slices.Concat(path, []string{f.Name}), after.name
	default:
		if after.name == disaggregated {
			f.Name, f.Prose = n.(*schema.Measurement).Name(), true // its label is what changed
		}
		if after.name != "" {
			f.Name += " " + after.name
		}
	}
	d.add(n, f)
}

// text compares two narratives of a title, description or comment, of which one
// may be missing. A language that only one side declares is no difference: formats
// without languages have none to declare.
func (d *differ) text(holder *schema.Prose, path []string, before, after *schema.Narrative) {
	b, a := cmp.Or(before, &schema.Narrative{}), cmp.Or(after, &schema.Narrative{})
	if old, current := describe.Words(b.Value), describe.Words(a.Value); old != current {
		d.add(holder, FieldChange{
			Kind: kindOf(old, current), Path: path, Name: proseName(holder, cmp.Or(after, before)), Prose: true,
			Change: lint.NewChange(b.Value, a.Value),
		})
	}
	if a.Lang != b.Lang && a.Lang != "" && b.Lang != "" {
		d.add(holder, FieldChange{Kind: Changed, Path: path, Name: "language of the " + holder.Name(), Change: lint.NewChange(b.Lang, a.Lang)})
	}
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

// generalType is the type of a description that declares none.
const generalType = "1"

func proseType(p *schema.Prose) string { return cmp.Or(describe.Words(p.Type.Value), generalType) }

// proseName names a text, with its language where it is one of several.
func proseName(holder *schema.Prose, n *schema.Narrative) string {
	var details []string
	if kind := proseType(holder); kind != generalType {
		details = append(details, "type "+kind)
	}
	if language := describe.Words(n.Language.Value); language != "" && len(holder.Narratives) > 1 {
		details = append(details, language)
	}
	return describe.With(holder.Name(), details...)
}

// parts returns what is new or gone with a node, but for the indicators of a
// result. The title of a result or indicator is its name already.
func parts(n schema.Node) []schema.Node {
	switch n := n.(type) {
	case *schema.Result:
		return slices.Concat(nodes(n.Description), nodes(n.References...), nodes(n.DocumentLinks...))
	case *schema.Indicator:
		return slices.Concat(nodes(n.Description), nodes(n.References...), nodes(n.DocumentLinks...), nodes(n.Baselines...), nodes(n.Periods...))
	case *schema.Period:
		return slices.Concat(nodes(n.Targets...), nodes(n.Actuals...))
	case *schema.Measurement:
		return slices.Concat(nodes(n.Comment), nodes(n.DocumentLinks...))
	case *schema.DocumentLink:
		return nodes(n.Title, n.Description)
	}
	return nil
}

// nodes returns those of a list that are there.
func nodes[N interface {
	comparable
	schema.Node
}](list ...N) []schema.Node {
	var none N
	var present []schema.Node
	for _, n := range list {
		if n != none {
			present = append(present, n)
		}
	}
	return present
}

// pathOf returns the labels of a node and of what holds it, from the outside in,
// without the entry.
func pathOf(n schema.Node) []string {
	list := []string{}
	for n != nil {
		if _, entry := n.(*schema.Entry); entry {
			break
		}
		list = append(list, describe.Label(n))
		n = parent(n)
	}
	slices.Reverse(list)
	return list
}

// holders returns the path of what holds a node.
func holders(n schema.Node) []string { return pathOf(parent(n)) }

func parent(n schema.Node) schema.Node {
	child, ok := n.(interface{ Parent() schema.Node })
	if !ok {
		return nil
	}
	return child.Parent()
}

// fieldName names the field in the terms of the report of violations.
func fieldName(n schema.Node) string {
	if _, entry := n.(*schema.Entry); entry {
		return ""
	}
	return schema.FieldOf(nil, n, schema.Range{})
}
