package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/slab"
	"github.com/iatilint/iatilint/schema"
)

// object is an element that rows add to.
type object struct {
	v       *form.Value
	fields  *identity // of a structural element
	texts   []string  // languages of its narratives, of prose
	current []placed  // those that were added to last
	known   *index    // by key and identity or content
	named   *index    // by key and identifier, in a book
}

// placed is an element of an object.
type placed struct {
	step Step
	of   *object
}

// last returns the element at a step that was added to last, nil where there is none.
func (o *object) last(s Step) *object {
	for i := range o.current {
		if p := &o.current[i]; p.step.Slot == s.Slot && p.step.Key == s.Key {
			return p.of
		}
	}
	return nil
}

func (o *object) setLast(s Step, to *object) {
	for i := range o.current {
		if p := &o.current[i]; p.step.Slot == s.Slot && p.step.Key == s.Key {
			p.of = to
			return
		}
	}
	o.current = append(o.current, placed{s, to})
}

// builder builds the value of one entry from its rows.
type builder struct {
	root     *object
	source   *schema.Source
	faults   []schema.Fault
	reported map[string]bool // conflicts that were reported

	row     rowGroups
	id      []byte // of what is looked for
	values  slab.Slab[form.Value]
	members slab.Slab[form.Member]
	items   slab.Slab[*form.Value]
	objects slab.Slab[object]
	placed  slab.Slab[placed]
	indexes slab.Slab[index]
	entries slab.Slab[indexEntry]
}

// builder returns a builder for an entry, out of a pool.
func (l *Layout) builder() *builder {
	if b, ok := l.builders.Get().(*builder); ok {
		return b
	}
	return &builder{reported: map[string]bool{}}
}

// reset prepares for another entry. Nothing of the value that was built may be in
// use any more.
func (b *builder) reset() {
	b.root, b.source, b.faults = nil, nil, nil
	clear(b.reported)
	b.values.Reset()
	b.members.Reset()
	b.items.Reset()
	b.objects.Reset()
	b.placed.Reset()
	b.indexes.Reset()
	b.entries.Reset()
}

// object creates the object of an element, with the capacity for a group.
func (b *builder) object(at schema.Range, g *group) *object {
	o := b.objects.New()
	o.v = b.values.New()
	o.v.Kind, o.v.At = form.Object, at
	if g != nil {
		o.v.Members = b.members.List(len(g.scalars) + len(g.groups))
		o.current = b.placed.List(len(g.groups))
	}
	return o
}

// entryRow is a row that is merged into the tree of an entry.
type entryRow struct {
	row       *Row
	start     int32 // of the row's text in the source
	layout    *Layout
	chain     map[string]string // path of an element: its identifier, in a book
	named     bool              // the row has the identifier itself
	continues bool              // the row has no values of a result, an indicator or a period
	dangling  map[string]bool   // paths of elements of the chain that no sheet has
}

// add merges a row into the tree.
func (b *builder) add(n entryRow) {
	g := b.row.fill(n.layout, n.row, n.start)
	n.continues = n.chain == nil && continuesElements(g)
	for i := range n.row.Cells {
		b.checkStruck(n, &n.row.Cells[i])
	}
	if n.chain != nil {
		b.ensureElement(n)
	}
	b.merge(b.root, g, n)
}

// ensureElement creates the element of a book's row, whether or not the row has
// values of it.
func (b *builder) ensureElement(n entryRow) {
	var at schema.Range
	if len(n.row.Cells) > 0 {
		at = n.row.Cells[0].at(n.start)
	}
	for _, own := range n.layout.chain {
		b.row.group(own, at)
	}
}

// continuesElements reports whether a row only adds to the elements of the rows
// before it.
func continuesElements(g *group) bool {
	if structural(g.shape) && g.identity() != (identity{}) {
		return false
	}
	return !slices.ContainsFunc(g.groups, func(c *group) bool { return structural(c.shape) && !continuesElements(c) })
}

// merge adds a group to an object.
func (b *builder) merge(o *object, g *group, n entryRow) {
	for i := range g.scalars {
		b.setScalar(o, g, &g.scalars[i])
	}
	if g.percent && o.v.Get("measure") == nil && slices.Contains(o.v.NotInFormat, "measure") {
		b.setScalar(o, g, &cellValue{"measure", false, form.Value{Kind: form.String, Text: "2", At: g.at, Escaped: true}})
	}
	for _, c := range g.groups {
		if !c.repeated {
			one := o.last(Step{Key: c.step.Key})
			if one == nil {
				one = b.object(c.at, c)
				o.setLast(Step{Key: c.step.Key}, one)
				o.v.Members = append(o.v.Members, form.Member{Key: c.step.Key, KeyAt: c.at, Value: one.v})
			}
			b.merge(one, c, n)
			continue
		}
		if c.shape.Name == "narrative" && c.get("text") == nil {
			continue // a language for a text that is not there
		}
		if target := b.find(o, c, n); target != nil {
			b.merge(target, c, n)
		}
	}
}

// setScalar sets a part of an object.
func (b *builder) setScalar(o *object, g *group, s *cellValue) {
	before := o.v.Get(s.key)
	switch {
	case before == nil:
		v := b.value(s.value)
		if s.many {
			v = b.value(form.Value{Kind: form.List, At: v.At, Items: append(b.items.List(1), v)})
		}
		o.v.Members = append(o.v.Members, form.Member{Key: s.key, KeyAt: v.At, Value: v})
	case s.many:
		if !slices.ContainsFunc(before.Items, func(v *form.Value) bool { return v.Text == s.value.Text }) {
			before.Items = append(before.Items, b.value(s.value))
		}
	case strings.TrimSpace(before.Text) != strings.TrimSpace(s.value.Text):
		b.conflict(strings.TrimPrefix(g.path+"/"+s.key, "/"), before, &s.value)
	}
}

// value returns a copy of a value that lasts as long as the entry is built.
func (b *builder) value(v form.Value) *form.Value {
	kept := b.values.New()
	*kept = v
	return kept
}

// conflict reports rows of one entry that contradict each other. Once for each
// kind of value is enough.
func (b *builder) conflict(path string, before, after *form.Value) {
	if b.reported[path] {
		return
	}
	b.reported[path] = true
	b.faults = append(b.faults, schema.Fault{
		Kind:    schema.InvalidStructure,
		At:      after.At,
		Message: fmt.Sprintf("the rows of this entry contradict each other: %s is %q here and %q before", called(path), short60(after.Text), short60(before.Text)),
		Related: []schema.RelatedPlace{{At: before.At, Message: "the first one, which counts"}},
		Hint:    "write the same value in all rows of the entry, or an identifier of its own where another entry begins",
	})
}

// called names a path to people: "the title of the indicator".
func called(path string) string {
	keys := strings.Split(path, "/")
	keys = slices.DeleteFunc(keys, func(k string) bool { return k == "narrative" || k == "text" })
	if len(keys) == 0 {
		return "the text"
	}
	name := "the " + keys[len(keys)-1]
	if len(keys) > 1 {
		name += " of the " + keys[len(keys)-2]
	}
	return name
}

// short60 returns the beginning of a text, for messages.
func short60(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return string(r)
}

// find returns the object that a group is about, created where there is none yet;
// nil where the group has nothing new.
func (b *builder) find(o *object, g *group, n entryRow) *object {
	step := g.step
	if id, ok := n.chain[g.path]; ok {
		return b.findByID(o, g, n, id)
	}
	current := o.last(step)
	switch {
	case structural(g.shape):
		fields := g.identity()
		if current != nil && (current.matches(fields) || addsTranslation(current, g)) {
			return current
		}
		b.startKey(step)
		for _, f := range fields {
			b.id = append(append(b.id, f...), 0)
		}
		if known := o.known.get(b.id); known != nil {
			o.setLast(step, known)
			return known
		}
		made := b.create(o, g, n)
		made.fields = &fields
		b.addTo(&o.known, made)
		return made
	case current != nil && n.continuesElement(g):
		return current
	}
	b.startKey(step)
	b.id = g.content(b.id)
	repeatable := g.shape.Name == "measurement" && !n.continues // two rows may have the same target
	if known := o.known.get(b.id); known != nil && !repeatable {
		o.setLast(step, known)
		return known
	}
	if g.shape.Name == "narrative" && b.reportSecondTitle(o, g) {
		return nil
	}
	made := b.create(o, g, n)
	b.addTo(&o.known, made)
	return made
}

// startKey begins the key of an object in an index.
func (b *builder) startKey(s Step) { b.id = append(append(b.id[:0], s.Key...), 0) }

// addTo adds an object to an index under the key that it was looked up by.
func (b *builder) addTo(in **index, o *object) {
	if *in == nil {
		*in = b.indexes.New()
		(*in).small = b.entries.List(2)
	}
	(*in).put(b.id, o)
}

// continuesElement reports whether a group adds to the element of the row before: a second
// dimension, a comment in another language, the title of a document.
func (n entryRow) continuesElement(g *group) bool {
	switch g.shape.Name {
	case "baseline", "measurement":
		return (n.continues || n.chain != nil && !n.named) && g.get("value") == nil && g.get("year") == nil && g.get("iso-date") == nil
	case "document-link":
		return g.get("url") == nil
	}
	return false
}

// matches reports whether every field that is given is as it was before.
func (o *object) matches(fields identity) bool {
	for i, s := range fields {
		if s != "" && (o.fields == nil || s != o.fields[i]) {
			return false
		}
	}
	return true
}

// addsTranslation reports whether a row only adds the title in another language.
func addsTranslation(current *object, g *group) bool {
	title := g.part("title")
	if title == nil || title.part("narrative") == nil || g.identity()[0] != "" {
		return false
	}
	lang := title.part("narrative").get("xml:lang")
	before := current.last(Step{Key: "title"})
	return lang != nil && before != nil && !slices.Contains(before.texts, lang.Text) && !slices.Contains(before.texts, "")
}

// reportSecondTitle reports a second title of an entry in the same language. In other
// elements a title in the same language begins another element.
func (b *builder) reportSecondTitle(o *object, g *group) bool {
	if g.path != "title/narrative" || len(o.texts) == 0 {
		return false
	}
	text := g.get("text")
	if text == nil || !slices.Contains(o.texts, g.scalar("xml:lang")) {
		return false
	}
	b.conflict("title", o.v.Get("narrative").Items[0].Get("text"), text)
	return true
}

// create appends an object to a list.
func (b *builder) create(o *object, g *group, n entryRow) *object {
	made := b.object(g.at, g)
	made.v.NotInFormat = n.layout.absentKeys[g.path]
	list := o.v.Get(g.step.Key)
	if list == nil {
		list = b.value(form.Value{Kind: form.List, At: g.at, Items: b.items.List(1)})
		o.v.Members = append(o.v.Members, form.Member{Key: g.step.Key, KeyAt: g.at, Value: list})
	}
	list.Items = append(list.Items, made.v)
	o.setLast(g.step, made)
	if g.shape.Name == "narrative" {
		o.texts = append(o.texts, g.scalar("xml:lang"))
	}
	return made
}

// findByID returns the object with an identifier, in a book.
func (b *builder) findByID(o *object, g *group, n entryRow, id string) *object {
	b.startKey(g.step)
	b.id = append(b.id, id...)
	known := o.named.get(b.id)
	if known != nil && n.named && g.path == n.layout.level.path && repeats(known, g) {
		known = nil
	}
	if known != nil {
		o.setLast(g.step, known)
		return known
	}
	made := b.create(o, g, n)
	if n.dangling[g.path] {
		made.v.NotInFormat = requiredKeys[g.path] // the reference to it is the fault
	}
	b.addTo(&o.named, made)
	return made
}

// repeats reports whether a group has a value that the object has already: it is
// another one with the same identifier.
func repeats(o *object, g *group) bool {
	return slices.ContainsFunc(g.scalars, func(s cellValue) bool { return o.v.Get(s.key) != nil })
}

// checkStruck reports a text that is struck through.
func (b *builder) checkStruck(n entryRow, c *Cell) {
	if !c.Struck || !n.layout.Looked(c.Column) {
		return
	}
	b.faults = append(b.faults, schema.Fault{
		Kind:    schema.Deletion,
		At:      c.at(n.start),
		Message: fmt.Sprintf("the cell is struck through, in part or as a whole, so the text is to be deleted: %q", short60(n.row.Value(c))),
		Hint:    "delete the text if it is to go; if it stays, take the line through it away",
	})
}
