package sheet

import (
	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// PlacedRow is a row of a table that stands in the text of an entry.
type PlacedRow struct {
	Layout *Layout
	Row    *Row
	Start  int32 // of the row's text in that of the entry
}

// Filled returns the rows that hold something, and records which columns have it.
func (l *Layout) Filled(rows []*Row) []*Row {
	var filled []*Row
	for _, r := range rows {
		if !l.repeatsHeaders(r) && l.inspect(r) {
			filled = append(filled, r)
		}
	}
	return filled
}

// AddTo adds the rows of tables that stand in the text of an entry to it, such as
// those of its indicators. It may be called from any goroutine.
func AddTo(e *schema.Entry, rows []PlacedRow, o form.Options) {
	if len(rows) == 0 {
		return
	}
	b := rows[0].Layout.builder()
	b.source = e.Source
	b.root = b.object(schema.Range{Start: rows[0].Start, End: rows[0].Start + int32(len(rows[0].Row.Text))}, nil)
	for _, r := range rows {
		b.add(entryRow{row: r.Row, start: r.Start, layout: r.Layout})
	}
	e.Faults = append(e.Faults, b.faults...)
	form.Add(e, b.root.v, o)
	b.reset()
	rows[0].Layout.builders.Put(b)
}

// Continue adds rows of another layout to the entry that was added to last.
func (c *Collector) Continue(l *Layout, rows []*Row) {
	last := c.table.current
	c.Sheet(l)
	c.table.current = last
	for _, r := range rows {
		c.Add(r)
	}
	c.EndSheet(l)
}

// Faults returns the faults of a table in the text of an entry, which has its narrative
// there.
func (l *Layout) Faults() []schema.Fault { return l.faults(reported{narrative: true}) }

// Identifiers returns the column of the identifiers, -1 where there is none.
func (l *Layout) Identifiers() int { return l.id }

// Header returns the header of a column, as written.
func (l *Layout) Header(column int) string {
	if c := l.header.At(column); c != nil {
		return l.header.Value(c)
	}
	return ""
}

// Has reports whether the table has a column for a part of an entry.
func (l *Layout) Has(path string) bool { return l.hasPath(path) }

// PartOf returns the path of what a header stands for in a plain list of outcomes, ""
// where it is nothing that is read.
func PartOf(header string) string {
	m, _ := plain().meaning(header)
	return m.path
}
