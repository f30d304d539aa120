package form

import "github.com/iatilint/iatilint/schema"

var prose = element("prose",
	code("type", codeShape, func(p *schema.Prose) *schema.Text { return &p.Type }),
	many("narrative", narrative, func(p *schema.Prose) *[]*schema.Narrative { return &p.Narratives }),
).plainAs("narrative")

var narrative = element("narrative",
	text("xml:lang", textShape, func(n *schema.Narrative) *schema.Text { return &n.Language }),
	required(text("text", textShape, func(n *schema.Narrative) *schema.Text { return &n.Text })),
).plainAs("text").then(func(b *builder, n *schema.Narrative) {
	if n.Lang = b.lang; n.Language.Present() {
		n.Lang = schema.PrimaryLanguage(n.Language.Value)
	}
})

var documentLink = element("document-link",
	required(text("url", textShape, func(l *schema.DocumentLink) *schema.Text { return &l.URL })),
	required(code("format", textShape, func(l *schema.DocumentLink) *schema.Text { return &l.Format })),
	required(one("title", prose, func(l *schema.DocumentLink) **schema.Prose { return &l.Title })),
	one("description", prose, func(l *schema.DocumentLink) **schema.Prose { return &l.Description }),
	required(codeList("category", func(l *schema.DocumentLink) *[]schema.Text { return &l.Categories })),
	codeList("language", func(l *schema.DocumentLink) *[]schema.Text { return &l.Languages }),
	dated("document-date", func(l *schema.DocumentLink) *schema.Field[schema.Date] { return &l.Date }),
)

// elsewhereShape is that of a text whose element the model does not keep.
var elsewhereShape = &Shape{
	Name: "elsewhere", kinds: 1 << Object,
	Keys: append([]Key{{Name: "element", Shape: textShape, Required: true}}, prose.shape.Keys...),
}

// readElsewhere reads texts of elements that the model does not keep, each with the
// name of its element.
func readElsewhere(b *builder, e *schema.Entry, v *Value, at where) {
	for i, item := range v.list() {
		name := TextOf(item.Get("element")).Value
		e.OtherProse = append(e.OtherProse, child(b, prose, e, name, len(e.OtherProse), item, at.inList(v, i)))
	}
}

func writeElsewhere(w *writer, e *schema.Entry) *Value {
	var items []*Value
	for _, p := range e.OtherProse {
		begun := w.begin(p.Tag, prose.extentOf(p))
		members := append(suppressionMember(begun), Member{Key: "element", Value: &Value{Kind: String, Text: p.Name()}})
		items = append(items, &Value{Kind: Object, Members: prose.appendMembers(members, w, p)})
		w.end(begun)
	}
	return listOf(items)
}
