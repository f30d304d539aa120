package docxread

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/schema"
)

// table is a table of the document, in its text.
type table struct {
	number int // from 1
	rows   []tableRow
	outer  bool // it has a table in a cell: it only arranges what is in it
	from   int
	to     int
}

type tableRow struct {
	cells []tableCell
	next  int // column
}

// tableCell is a cell, with its place in the text.
type tableCell struct {
	column, from, to int
}

// startTable begins a table, a row or a cell, or reads the width of a cell.
func (p *parser) startTable(name string) {
	if name == "tbl" {
		if n := len(p.open); n > 0 {
			p.open[n-1].outer = true
		}
		t := &table{number: len(p.tables) + 1, from: p.text.Len()}
		p.tables, p.open = append(p.tables, t), append(p.open, t)
		return
	}
	if len(p.open) == 0 {
		return
	}
	t := p.open[len(p.open)-1]
	if name == "tr" {
		t.rows = append(t.rows, tableRow{})
		return
	}
	if len(t.rows) == 0 {
		return
	}
	row := &t.rows[len(t.rows)-1]
	switch name {
	case "tc":
		row.cells = append(row.cells, tableCell{column: row.next, from: p.text.Len()})
		row.next++
	case "gridSpan":
		if span, err := strconv.Atoi(attribute(p.scanner, "val")); err == nil && len(row.cells) > 0 {
			row.next += min(max(span, 1), maxSpan) - 1
		}
	}
}

// maxSpan is far more columns than a table has.
const maxSpan = 64

func (p *parser) endTable(name string) {
	n := len(p.open)
	if n == 0 {
		return
	}
	t := p.open[n-1]
	switch name {
	case "tbl":
		t.to = p.text.Len()
		p.open = p.open[:n-1]
	case "tc":
		if len(t.rows) > 0 {
			if row := &t.rows[len(t.rows)-1]; len(row.cells) > 0 {
				row.cells[len(row.cells)-1].to = p.text.Len()
			}
		}
	}
}

// trimmed returns a cell without white space at its ends.
func (d *document) trimmed(c tableCell) tableCell {
	text := d.text.String()[c.from:max(c.to, c.from)]
	left := strings.TrimLeftFunc(text, unicode.IsSpace)
	c.from += len(text) - len(left)
	c.to = c.from + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return c
}

// filled returns the cells of a row that are not blank.
func (d *document) filled(r tableRow) []tableCell {
	var cells []tableCell
	for _, c := range r.cells {
		if c = d.trimmed(c); c.to > c.from {
			cells = append(cells, c)
		}
	}
	return cells
}

// row makes a row of cells for the reader of tables.
func (d *document) row(number int, cells []tableCell) *sheet.Row {
	from, to := cells[0].from, cells[0].to
	for _, c := range cells {
		from, to = min(from, c.from), max(to, c.to)
	}
	slices.SortFunc(cells, func(a, b tableCell) int { return a.column - b.column })
	from = d.lines[d.lineAt(from)].start
	r := &sheet.Row{Text: d.text.String()[from:to], Base: d.position(from), Sheet: "document", Number: number}
	for _, c := range cells {
		r.Cells = append(r.Cells, sheet.Cell{Column: c.column, Start: int32(c.from - from), End: int32(c.to - from)})
		r.Names = append(r.Names, d.lines[d.lineAt(c.from)].name)
	}
	return r
}

// lineAt returns the index of the line that a byte of the text is in.
func (d *document) lineAt(offset int) int {
	return max(sort.Search(len(d.lines), func(i int) bool { return d.lines[i].start > offset })-1, 0)
}

// position returns the place of a byte of the text.
func (d *document) position(offset int) schema.Position {
	if len(d.lines) == 0 {
		return schema.Position{Line: 1, Column: 1}
	}
	n := d.lineAt(offset)
	return schema.Position{Line: n + 1, Column: utf8.RuneCountInString(d.text.String()[d.lines[n].start:offset]) + 1, Offset: int64(offset)}
}
