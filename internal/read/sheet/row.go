// Package sheet makes entries of tables: it recognises by the headers which
// value each column holds, and groups the rows of one entry. Files are the business of
// csvread and xlsxread.
package sheet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Row is a row of a table with the cells that hold something, in order of
// their columns.
type Row struct {
	Text   string // the cells as the file has them, and what is between them
	Base   schema.Position
	Sheet  string // "" in formats that have lines
	Number int    // from 1
	Cells  []Cell
	Names  []string // of the places of the cells, where the format names them itself
}

// Cell is a cell that is not blank.
type Cell struct {
	Column     int   // from 0
	Start, End int32 // in the text of the row
	Kind       Kind
	Escaped    bool   // Value differs from the text
	Struck     bool   // some of it is shown struck through
	Value      string // only if Escaped
	Merged     *Place // whose value this is, in a merge; nil = its own
}

// Place is a row, from 1, and a column, from 0.
type Place struct{ Row, Column int }

// Kind is the type of a cell in the file.
type Kind uint8

// The kinds of cells.
const (
	Text Kind = iota
	Number
	Bool
	Percentage // a number that is shown, and given, with a percent sign
)

// Value returns the value of a cell.
func (r *Row) Value(c *Cell) string {
	if c.Escaped {
		return c.Value
	}
	return r.Text[c.Start:c.End]
}

// At returns the cell in a column, nil where it is blank.
func (r *Row) At(column int) *Cell {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return &r.Cells[i]
		}
	}
	return nil
}

// lined reports whether the row is of a format that has lines.
func (r *Row) lined() bool { return r.Sheet == "" }

// size returns roughly the memory of the row, in bytes.
func (r *Row) size() int { return len(r.Text) + len(r.Cells)*48 + 96 }

// Name returns a cell's name as a spreadsheet shows it: Sheet!B7.
func Name(sheet string, row, column int) string {
	return string(appendName(nil, quoted(sheet), row, column))
}

func appendName(to []byte, quoted string, row, column int) []byte {
	to = append(append(to, quoted...), '!')
	return strconv.AppendInt(appendLetters(to, column), int64(row), 10)
}

// quoted returns a sheet's name as it is written before that of a cell.
func quoted(sheet string) string {
	if strings.ContainsAny(sheet, " !'") {
		return "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
	}
	return sheet
}

// Letters returns a column's name: A, B, …, Z, AA.
func Letters(column int) string { return string(appendLetters(nil, column)) }

func appendLetters(to []byte, column int) []byte {
	var b [8]byte
	i := len(b)
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		i--
		b[i] = byte('A' + (n-1)%26)
	}
	return append(to, b[i:]...)
}

// piece is a row that becomes part of a text, with its file if there are several.
type piece struct {
	row  *Row
	like *schema.Source
	file *schema.File
}

// source returns the text of rows, with their places. The place of a cell in it is
// that in its row, moved by the row's entry in starts.
func source(rows []*Row, like *schema.Source) (s *schema.Source, starts []int32) {
	pieces := make([]piece, len(rows))
	for i, r := range rows {
		pieces[i] = piece{row: r, like: like}
	}
	return assemble(pieces)
}

// assemble returns the text of rows, which may be from several files.
func assemble(pieces []piece) (s *schema.Source, starts []int32) {
	like := pieces[0].like
	s = &schema.Source{EncodedLen: like.EncodedLen, RawSpan: like.RawSpan}
	several := slices.ContainsFunc(pieces, func(p piece) bool { return p.file != pieces[0].file })
	var text strings.Builder
	size, cells := 0, 0
	for _, p := range pieces {
		size += len(p.row.Text)
		if !p.row.lined() {
			cells += len(p.row.Cells)
		}
	}
	text.Grow(size)
	if cells > 0 {
		s.Cells = make([]schema.Cell, 0, cells)
	}
	starts = make([]int32, len(pieces))
	before := 0
	for i, p := range pieces {
		r := p.row
		start := int32(text.Len())
		starts[i] = start
		text.WriteString(r.Text)
		begins := several && (i == 0 || p.file != pieces[i-1].file)
		if begins {
			s.Parts = append(s.Parts, schema.Part{Start: start, File: p.file, EncodedLen: p.like.EncodedLen, RawSpan: p.like.RawSpan})
		}
		if !r.lined() {
			s.Cells = r.cells(s.Cells, start)
			continue
		}
		if i == 0 {
			s.Base = r.Base
		}
		if begins || i > 0 && r.Number != before+1 {
			if s.Cells == nil && i > 0 {
				s.Cells = append(s.Cells, schema.Cell{Start: 0, At: s.Base})
			}
			s.Cells = append(s.Cells, schema.Cell{Start: start, At: r.Base})
		}
		before = r.Number
	}
	s.Text = text.String()
	if len(s.Cells) > 0 {
		s.Base = s.Cells[0].At
	}
	return s, starts
}

// cells returns the places of a workbook's row. Lines are its rows, columns the
// characters of a cell; offsets only bring the cells into order.
func (r *Row) cells(to []schema.Cell, start int32) []schema.Cell {
	first := len(to)
	name := quoted(r.Sheet)
	names := make([]byte, 0, len(r.Cells)*(len(name)+8))
	ends := make([]int, len(r.Cells))
	for i := range r.Cells {
		c := &r.Cells[i]
		at := Place{r.Number, c.Column}
		if c.Merged != nil {
			at = *c.Merged
		}
		to = append(to, schema.Cell{
			Start: start + c.Start,
			At:    schema.Position{Line: at.Row, Column: 1, Offset: r.Base.Offset + int64(c.Start)},
		})
		if r.Names != nil {
			to[len(to)-1].At.Line = r.Base.Line + strings.Count(r.Text[:c.Start], "\n")
			names = append(names, r.Names[i]...)
		} else {
			names = appendName(names, name, at.Row, at.Column)
		}
		ends[i] = len(names)
	}
	all, begins := string(names), 0
	for i, end := range ends {
		to[first+i].Name = all[begins:end]
		begins = end
	}
	// The cells of merges are behind the others in the text.
	slices.SortFunc(to[first:], func(a, b schema.Cell) int { return cmp.Compare(a.Start, b.Start) })
	return to
}
