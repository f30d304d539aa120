package report

import (
	"io"

	"github.com/fatih/color"

	"github.com/iatilint/iatilint/internal/compare"
)

// ChangesText writes what changed for people: entry by entry, texts word by
// word, numbers with how far they moved.
func ChangesText(w io.Writer, _ Compared, style Style, stream Changes) (compare.Totals, error) {
	paint := painter(style)
	t := &changesText{
		textWriter: newTextWriter(w, style),
		kind: map[compare.Kind]*color.Color{
			compare.Added:      paint(color.FgGreen, color.Bold),
			compare.Removed:    paint(color.FgRed, color.Bold),
			compare.Renumbered: paint(color.FgYellow, color.Bold),
			compare.Changed:    paint(color.FgCyan, color.Bold),
		},
	}
	totals, err := stream(t.entry)
	if err == nil && !style.Quiet {
		t.paragraph("", "", appendWords(nil, ChangeTotals(totals), nil))
	}
	if flushed := t.out.Flush(); err == nil {
		err = unwritten("text", flushed)
	}
	return totals, err
}

type changesText struct {
	*textWriter
	kind map[compare.Kind]*color.Color
}

// Words kept around changes, and of the texts of added or removed entries.
const (
	textContext = 8
	textWhole   = 30
)

func (t *changesText) entry(e *compare.EntryChange) error {
	head := appendWords(nil, lineStart(entryName(e, "->")), t.bold)
	kind := string(e.Kind)
	if how := recognised(e); how != "" {
		kind += ", " + how
	}
	head = appendWords(head, kind, t.kind[e.Kind])
	t.paragraph("", "  ", appendWords(head, Visible(entryPlace(e)), t.dim))
	if title := entrySide(e).Title; title != "" && !statementShown(e) {
		t.paragraph("  ", "  ", appendWords(nil, cut(Visible(title), statementWidth), t.dim))
	}
	if e.Kind == compare.Added || e.Kind == compare.Removed {
		t.whole(e)
	} else {
		t.groups(e.Fields)
	}
	t.out.WriteByte('\n')
	return t.flushed()
}

// flushed returns a failed write, so that nothing more is compared.
func (t *changesText) flushed() error {
	_, err := t.out.Write(nil)
	return unwritten("text", err)
}

// whole shows an added or removed entry: its texts in short, and how much it
// holds.
func (t *changesText) whole(e *compare.EntryChange) {
	for _, f := range entryTexts(e) {
		t.part(changedPart{FieldChange: &f}, "  ", keep{textContext, textWhole})
	}
	if n := contents(entrySide(e)); n != "" {
		t.paragraph("  ", "    ", appendWords(nil, "with "+n, nil))
	}
}

func (t *changesText) groups(fields []compare.FieldChange) {
	for _, g := range fieldGroups(fields, 0) {
		indent := "  "
		if len(g.path) > 0 {
			t.paragraph("  ", "    ", appendWords(nil, Visible(inWords(g.path)), t.hint))
			indent = "    "
		}
		for _, p := range g.parts {
			t.part(p, indent, keep{equal: textContext})
		}
	}
}

// mark shows additions and removals without colour as well.
func mark(k compare.Kind) string {
	switch k {
	case compare.Added:
		return "+"
	case compare.Removed:
		return "-"
	}
	return ""
}

func (t *changesText) part(p changedPart, indent string, k keep) {
	words := appendWords(nil, mark(p.Kind), t.kind[p.Kind])
	t.paragraph(indent, indent+"    ", t.field(words, p.FieldChange, k))
	var last string
	var line []word
	p.values(func(path []string, f *compare.FieldChange) {
		if where := Visible(inWords(path)); where != last || line == nil {
			t.inner(indent, line)
			line, last = nil, where
			if where != "" {
				line = appendWords(nil, where+":", t.hint)
			}
		} else {
			line[len(line)-1].text += ";"
		}
		line = t.field(line, f, keep{textContext, textWhole})
	})
	t.inner(indent, line)
}

// inner writes a line of the contents of an added or removed part.
func (t *changesText) inner(indent string, line []word) {
	if line != nil {
		t.paragraph(indent+"  ", indent+"    ", line)
	}
}

// field adds a change: its name, then what it was and is.
func (t *changesText) field(words []word, f *compare.FieldChange, k keep) []word {
	name, paint := cutLabel(Visible(f.Name)), t.bold
	if f.Prose {
		name += ":"
	}
	if f.Change == nil {
		return appendWords(words, name, t.kind[f.Kind])
	}
	words = appendWords(words, name, paint)
	if !f.Prose {
		return t.values(words, f)
	}
	diff := t.words
	if f.Kind != compare.Changed {
		diff = diff.unmarked()
	}
	for i, s := range stretchesOf(f.Change.Diff, k) {
		words = diff.add(words, s, i > 0)
	}
	return words
}

// values shows a value before and after: "500 -> 300 (-200, -40 %)".
func (t *changesText) values(words []word, f *compare.FieldChange) []word {
	before, after := valuesOf(f)
	if before != "" {
		paint := t.words.gone
		if f.Kind == compare.Changed {
			paint = t.kind[compare.Removed]
		}
		words = appendWords(words, before, paint)
	}
	if f.Kind == compare.Changed {
		words = appendWords(words, "->", nil)
	}
	words = appendWords(words, after, t.kind[compare.Added])
	if m := movement(f.Number); m != "" {
		words = appendWords(words, "("+m+")", nil)
	}
	return words
}
