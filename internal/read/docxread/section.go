package docxread

import (
	"fmt"
	"sort"
	"strings"

	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/read/textread"
	"github.com/iatilint/iatilint/schema"
)

// section is a part of a document: text, with the tables that belong to its entries, or a
// table that holds entries or belongs to those of the one before.
type section struct {
	from, to int
	begins   bool     // an entry begins in the text
	inside   []region // of a text
	table    *region  // nil = it is text
}

// divide divides the document. A table of indicators belongs to the last entry above it.
func (r *Reader) divide() {
	t := tableReader{document: r.document, options: r.options.Sheet, own: r.options.Identifier, like: &schema.Source{}}
	all := r.document.text.String()
	text := section{}
	end := func(to int) {
		if text.to = to; strings.TrimSpace(all[text.from:to]) != "" {
			text.begins = textread.Begins(all[text.from:to], r.options.Identifier)
			r.parts = append(r.parts, text)
		}
	}
	inTables := false // the last entry is one of a table
	for _, found := range t.regions() {
		r.unread(found.rest)
		inTables = inTables && !textread.Begins(all[text.from:found.from], r.options.Identifier)
		if !found.entries && !inTables {
			text.inside = append(text.inside, found)
			continue
		}
		end(found.from)
		r.parts = append(r.parts, section{from: found.from, to: found.to, table: &found})
		text, inTables = section{from: found.to}, true
	}
	if end(len(all)); len(r.parts) == 0 {
		r.parts = append(r.parts, section{to: len(all)})
	}
}

// unread reports cells of a table that are not read.
func (r *Reader) unread(cells []tableCell) {
	if len(cells) == 0 {
		return
	}
	c := cells[0]
	from := r.document.lines[r.document.lineAt(c.from)].start
	f := schema.Fault{
		Kind: schema.UnrecognisedBlock, Source: r.document.source(section{from: from, to: c.to}), At: schema.Range{Start: int32(c.from - from), End: int32(c.to - from)},
		Message: fmt.Sprintf("the cell is no field of an outcome, and not checked: %q", short(r.document.text.String()[c.from:c.to])),
		Hint:    "name the field in the cell to the left, or move the text out of the table",
	}
	if len(cells) > 1 {
		f.Message += fmt.Sprintf("; there are %d such cells in the table", len(cells))
	}
	r.file.Faults = append(r.file.Faults, f)
}

// begin begins a part.
func (r *Reader) begin(p section) {
	if p.table == nil {
		r.beginText(p)
		return
	}
	if r.file.Head == nil {
		r.file.Head = &schema.Source{Base: schema.Position{Line: 1, Column: 1}}
	}
	if p.table.entries {
		r.entries.Sheet(p.table.layout)
		r.last = p.table.layout
	}
	r.entries.Continue(p.table.layout, p.table.rows)
	source := r.document.source(p)
	for _, f := range r.document.marked(source) {
		f.Source = source
		r.file.Faults = append(r.file.Faults, f)
	}
}

// source returns the text of a part.
func (d *document) source(p section) *schema.Source {
	source := &schema.Source{Text: d.text.String()[p.from:p.to], Base: d.position(p.from)}
	d.name(source)
	return source
}

func (r *Reader) beginText(p section) {
	if p.begins {
		r.entries.CloseTable()
	}
	behind := ""
	if p.from > 0 {
		behind = "a table of outcomes"
	}
	first := true
	o := textread.Options{
		Identifier: r.options.Identifier, Base: r.document.position(p.from), Part: p.from > 0 || len(r.parts) > 0, Behind: behind,
		Prepare: func(s *schema.Source) {
			if r.document.name(s); first {
				r.head, first = s, false
			}
		},
	}
	r.inside = p.inside
	for _, t := range p.inside {
		o.Tables = append(o.Tables, textread.Stretch{From: int64(t.from), To: int64(t.to)})
		r.file.Faults = append(r.file.Faults, t.layout.Faults()...)
	}
	r.blocks = textread.New(strings.NewReader(r.document.text.String()[p.from:p.to]), r.file, o)
}

// rowsIn returns the rows of tables that stand in the text of an entry.
func rowsIn(source *schema.Source, tables []region) []sheet.PlacedRow {
	var rows []sheet.PlacedRow
	base := int(source.Base.Offset)
	first := sort.Search(len(tables), func(i int) bool { return tables[i].from >= base })
	for _, t := range tables[first:] {
		if t.to > base+len(source.Text) {
			break
		}
		for _, row := range t.rows {
			rows = append(rows, sheet.PlacedRow{Layout: t.layout, Row: row, Start: int32(int(row.Base.Offset) - base)})
		}
	}
	return rows
}
