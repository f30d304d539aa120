package form

import "github.com/iatilint/iatilint/schema"

// read reads an entry, its language first: it is that of all texts.
func (b *builder) read(v *Value) {
	e := b.entry
	b.lang = schema.PrimaryLanguage(TextOf(v.Get("xml:lang")).Value)
	entry.fill(b, e, v, "")
	if id := v.Get("id"); id != nil && !e.Identifier.Present() {
		e.Identifier = TextOf(id)
	}
	if text := v.Get("narrative"); text != nil {
		b.flatNarrative(text)
	}
	e.Kind = schema.EntryKind(TextOf(v.Get("kind")).Value)
	switch e.Kind {
	case schema.ActivityEntry, schema.OutcomeEntry, schema.OutputEntry, schema.IndicatorEntry:
	default:
		if e.Kind = schema.ActivityEntry; flat(v) {
			e.Kind = schema.OutcomeEntry
		}
	}
}

// flat reports whether an entry has the form of a portal: id, title and narrative.
func flat(v *Value) bool { return v.Get("id") != nil || v.Get("narrative") != nil }

// flatNarrative reads the narratives that stand right in an entry: they are a
// description.
func (b *builder) flatNarrative(v *Value) {
	e := b.entry
	p := new(schema.Prose)
	schema.AttachAt(p, e, "description", len(e.Descriptions), v.tag(), "/narrative")
	for i, item := range v.list() {
		at := where{path: "description"}.inList(v, i)
		p.Narratives = append(p.Narratives, child(b, narrative, schema.Node(p), "narrative", i, item, at))
	}
	e.Descriptions = append(e.Descriptions, p)
}

// ValueOf writes an entry: an activity under the names of the standard, a block
// of portal text in flat form. Suppressions that the form has no place for are left
// out and returned.
func ValueOf(e *schema.Entry) (*Value, []Dropped) {
	w := newWriter(e)
	v := entry.value(w, e)
	if e.Kind == schema.ActivityEntry {
		return v, w.dropped()
	}
	for i := range v.Members {
		m := &v.Members[i]
		switch m.Key {
		case "iati-identifier":
			m.Key = "id"
		case "description":
			if text := soleNarrative(e, m.Value); text != nil {
				m.Key, m.Value = "narrative", text
			}
		}
	}
	if e.Kind != schema.OutcomeEntry || !flat(v) {
		kind := Member{Key: "kind", Value: &Value{Kind: String, Text: string(e.Kind)}}
		v.Members = append([]Member{kind}, v.Members...)
	}
	return v, w.dropped()
}

// soleNarrative returns the narratives of the one description of a block of portal
// text, which was written; nil where there are more of those or it has more keys.
func soleNarrative(e *schema.Entry, written *Value) *Value {
	if len(e.Descriptions) != 1 || e.Descriptions[0].Type.Present() || len(e.Descriptions[0].Narratives) == 0 {
		return nil
	}
	switch text := written.Items[0]; {
	case text.scalar():
		return text
	case len(text.Members) == 1:
		return text.Members[0].Value
	}
	return nil // it has a suppression
}
