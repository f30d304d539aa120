package form

import "github.com/iatilint/iatilint/schema"

// read reads an entry. Its language comes first: it is that of all texts.
func (b *builder) read(v *Value) {
	e := b.entry
	b.lang = schema.PrimaryLanguage(TextOf(v.Get("xml:lang")).Value)
	entry.fill(b, e, v, "")
	if id := v.Get("id"); id != nil && !e.Identifier.Present() {
		e.Identifier = TextOf(id)
	}
	if told := v.Get("narrative"); told != nil {
		b.flatNarrative(told)
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

// flat tells the form of a portal: an entry with id, title and narrative.
func flat(v *Value) bool { return v.Get("id") != nil || v.Get("narrative") != nil }

// flatNarrative reads the narratives that stand right in an entry: they are a
// description.
func (b *builder) flatNarrative(v *Value) {
	e := b.entry
	p := new(schema.Prose)
	schema.AttachAt(p, e, "description", len(e.Descriptions), v.tag(), "/narrative")
	for i, item := range v.list() {
		at := where{path: "description"}
		if v.Kind == List {
			at.item = i + 1
		}
		p.Narratives = append(p.Narratives, child(b, &narrative, schema.Node(p), "narrative", i, item, at))
	}
	e.Descriptions = append(e.Descriptions, p)
}

// ValueOf writes an entry: an activity under the names of the standard, a block
// of portal text in flat form.
func ValueOf(e *schema.Entry) *Value {
	v := entry.value(e)
	if e.Kind == schema.ActivityEntry {
		return v
	}
	for i := range v.Members {
		m := &v.Members[i]
		switch m.Key {
		case "iati-identifier":
			m.Key = "id"
		case "description":
			if told := soleNarrative(e); told != nil {
				m.Key, m.Value = "narrative", told
			}
		}
	}
	if e.Kind != schema.OutcomeEntry || !flat(v) {
		kind := Member{Key: "kind", Value: &Value{Kind: String, Text: string(e.Kind)}}
		v.Members = append([]Member{kind}, v.Members...)
	}
	return v
}

// soleNarrative is the one description of a block of portal text, nil where
// there are more or it has a type.
func soleNarrative(e *schema.Entry) *Value {
	if len(e.Descriptions) != 1 || e.Descriptions[0].Type.Present() || len(e.Descriptions[0].Narratives) == 0 {
		return nil
	}
	var items []*Value
	for _, n := range e.Descriptions[0].Narratives {
		items = append(items, narrative.value(n))
	}
	if len(items) == 1 && items[0].scalar() {
		return items[0]
	}
	return listOf(items)
}
