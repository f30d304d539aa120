package xlsxread

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/xmltoken"
)

// rows reads the rows of a sheet as a stream.
type rows struct {
	book   *workbook
	name   string
	in     io.ReadCloser
	pieces *pieces
	number int           // of the last row
	offset int64         // of the next cell among all cells that were read
	merges []merge       // that are still to come
	active []merge       // that the last row was in
	layout *sheet.Layout // once it is known
	buffer []byte
	text   strings.Builder
	size   int // of the text of the last row
	cells  []sheet.Cell

	concealed bool       // the sheet is hidden
	first     *sheet.Row // the first row below the headers
	hidden    *sheet.Row // the first hidden row
	hiddens   int
	columns   hiddenColumns
}

// rows opens a sheet.
func (w *workbook) rows(s sheetPart, offset int64) (*rows, error) {
	in, err := w.Open(s.part, maxSheet)
	if err != nil {
		return nil, err
	}
	r := &rows{book: w, name: s.name, in: in, offset: offset}
	if r.pieces, err = newPieces(in, "sheetData", r.columns.addRange); err != nil {
		in.Close() //nolint:errcheck // it was only read
		return nil, fmt.Errorf("could not read the sheet %q: %w", s.name, err)
	}
	return r, nil
}

func (r *rows) close() error { return r.in.Close() }

// cellValue is a cell as it is read.
type cellValue struct {
	column int
	text   string
	kind   sheet.Kind
	struck bool
}

// next returns the next row that is not blank, nil after the last.
func (r *rows) next() (*sheet.Row, error) {
	for {
		s, err := r.pieces.next()
		if err != nil {
			return nil, fmt.Errorf("could not read the sheet %q: %w", r.name, err)
		}
		if s == nil {
			return nil, nil
		}
		row, err := r.row(s)
		if err != nil {
			return nil, fmt.Errorf("could not read row %d of the sheet %q: %w", r.number, r.name, err)
		}
		if row != nil {
			return row, nil
		}
	}
}

// row reads one row; nil where it is blank.
func (r *rows) row(s *xmltoken.Scanner) (*sheet.Row, error) {
	if kind, err := s.Next(); err != nil || kind != xmltoken.StartTag || string(s.Local()) != "row" {
		return nil, err
	}
	r.number++
	if n, ok := count(attribute(s, "r")); ok && n > 0 {
		r.number = n
	}
	hidden := truth(attribute(s, "hidden"))
	row := &sheet.Row{Sheet: r.name, Number: r.number, Cells: r.cells[:0]}
	row.Base.Offset = r.offset
	r.text.Reset()
	r.text.Grow(r.size)
	column := 0
	for {
		kind, err := s.Next()
		if err != nil {
			return nil, err
		}
		if kind == xmltoken.EOF {
			break
		}
		if kind != xmltoken.StartTag || string(s.Local()) != "c" {
			continue
		}
		c, err := r.cell(s, column)
		if err != nil {
			return nil, err
		}
		column = c.column + 1
		r.put(row, c, nil)
	}
	r.fill(row)
	if len(row.Cells) == 0 {
		return nil, nil
	}
	r.cells, row.Cells = row.Cells, slices.Clone(row.Cells)
	row.Text = r.text.String()
	r.size = len(row.Text)
	r.offset += int64(len(row.Text))
	if r.first == nil && r.layout != nil {
		r.first = row
	}
	if hidden {
		if r.hiddens++; r.hidden == nil {
			r.hidden = row
		}
	}
	r.columns.inspect(row, r.layout)
	return row, nil
}

// put adds a cell to a row.
func (r *rows) put(row *sheet.Row, c cellValue, merged *sheet.Place) {
	if strings.TrimSpace(c.text) == "" {
		return
	}
	start := int32(r.text.Len())
	r.text.WriteString(c.text)
	row.Cells = append(row.Cells, sheet.Cell{
		Column: c.column, Start: start, End: int32(r.text.Len()), Kind: c.kind, Struck: c.struck, Merged: merged,
	})
	r.text.WriteByte('\n')
}

// cell reads one cell; the scanner is at its start tag.
func (r *rows) cell(s *xmltoken.Scanner, column int) (cellValue, error) {
	c := cellValue{column: column}
	if at := columnOf(attribute(s, "r")); at >= 0 {
		c.column = at
	}
	kind := attribute(s, "t")
	var look style
	if n, ok := count(attribute(s, "s")); ok && n < len(r.book.styles) {
		look = r.book.styles[n]
	}
	depth := s.Depth()
	var formula string
	blank := false // the formula came out as a text without characters
	raw := r.buffer[:0]
	for {
		token, err := s.Next()
		if err != nil {
			return c, err
		}
		if token == xmltoken.EndTag && s.Depth() < depth || token == xmltoken.EOF {
			break
		}
		if token != xmltoken.StartTag {
			continue
		}
		switch string(s.Local()) {
		case "f":
			if raw, err = plain(s, raw, s.Depth()); err != nil {
				return c, err
			}
			formula, raw = "="+cmp.Or(string(raw), "…"), raw[:0] // of a group, only the first is written
		case "v":
			blank = kind == "str"
			if raw, err = plain(s, raw, s.Depth()); err != nil {
				return c, err
			}
		case "is":
			if raw, c.struck, err = rich(s, raw, s.Depth()); err != nil {
				return c, err
			}
		}
	}
	r.buffer = raw
	if formula != "" && len(raw) == 0 && !blank {
		c.text = formula // that was never worked out
	} else {
		r.resolve(&c, kind, string(raw), look)
	}
	c.struck = c.struck || look.struck
	return c, nil
}

// plain reads the text of an element.
func plain(s *xmltoken.Scanner, to []byte, depth int) ([]byte, error) {
	for {
		kind, err := s.Next()
		if err != nil {
			return to, err
		}
		switch {
		case kind == xmltoken.EOF || kind == xmltoken.EndTag && s.Depth() < depth:
			return to, nil
		case kind == xmltoken.Text || kind == xmltoken.CData:
			to = content(s, to)
		}
	}
}

// resolve sets the text of a cell from its raw value, by its type and style.
func (r *rows) resolve(c *cellValue, kind, raw string, look style) {
	c.text = raw
	switch kind {
	case "s":
		c.text = ""
		if n, ok := count(strings.TrimSpace(raw)); ok && n < len(r.book.texts) {
			c.text, c.struck = r.book.texts[n].value, r.book.texts[n].struck
		}
	case "b":
		if c.kind = sheet.Bool; raw != "" {
			c.text = strconv.FormatBool(truth(raw))
		}
	case "", "n":
		c.kind = sheet.Number
		if look.date {
			if d, ok := day(raw, r.book.from1904); ok {
				c.kind, c.text = sheet.Text, d
				return
			}
		}
		if c.text = number(raw); look.percent {
			c.kind, c.text = sheet.Percentage, percentage(raw, look.decimals)
		}
	}
}

// count reads a number that is not negative; most attributes that hold one are
// absent, which is no error to be worded.
func count(s string) (n int, ok bool) {
	if s == "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}

// columnOf returns the column of a cell's name, -1 where it has none.
func columnOf(name string) int {
	n := 0
	for i := range len(name) {
		b := name[i] | 0x20
		if b < 'a' || b > 'z' || n >= maxColumn {
			break
		}
		n = n*26 + int(b-'a') + 1
	}
	return n - 1
}

// maxColumn is more than any sheet has.
const maxColumn = 1 << 20
