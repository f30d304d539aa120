package csvread

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/schema"
)

// maxRow is how large a row may be, in bytes.
const maxRow = 16 << 20

var (
	errTooLarge = errors.New("one row is larger than 16 MB")
	errQuote    = errors.New("a quotation mark is never closed")
)

// scanner cuts text into rows, each with the place of every cell.
type scanner struct {
	in        io.Reader
	delimiter byte
	text      []byte // what was read and not cut off yet, after used
	used      int
	ended     error // what the input ended with
	base      schema.Position
	like      *schema.Source
	number    int // of the last row
}

// next returns the next row that is not blank, io.EOF after the last.
func (s *scanner) next() (*sheet.Row, error) {
	for {
		cells, size, err := s.row()
		if err != nil {
			return nil, err
		}
		s.number++
		r := &sheet.Row{Text: string(s.text[s.used : s.used+size]), Base: s.base, Number: s.number, Cells: cells}
		s.base = s.after(r.Text)
		s.used += size
		if len(cells) > 0 {
			return r, nil
		}
	}
}

// after returns the place behind text that begins where the next row begins.
func (s *scanner) after(text string) schema.Position {
	src := schema.Source{Text: text, Base: s.base, EncodedLen: s.like.EncodedLen}
	return src.Span(schema.Range{Start: int32(len(text)), End: int32(len(text))}).End
}

// row finds the end of the row that begins at used, and its cells.
func (s *scanner) row() ([]sheet.Cell, int, error) {
	for {
		cells, size, done := split(s.text[s.used:], s.delimiter, errors.Is(s.ended, io.EOF))
		switch {
		case done && size == 0:
			return nil, 0, s.ended
		case done:
			return cells, size, nil
		case s.ended != nil && !errors.Is(s.ended, io.EOF):
			return nil, 0, s.ended
		case s.ended != nil:
			return nil, 0, errQuote
		case len(s.text)-s.used > maxRow:
			return nil, 0, errTooLarge
		}
		s.fill(max(readSize, len(s.text)-s.used))
	}
}

const readSize = 64 << 10

// fill reads at least so many more bytes.
func (s *scanner) fill(n int) {
	s.text = append(s.text[:0], s.text[s.used:]...)
	s.used = 0
	had := len(s.text)
	for len(s.text) < had+n && s.ended == nil {
		if cap(s.text)-len(s.text) < readSize {
			s.text = append(make([]byte, 0, 2*cap(s.text)+readSize), s.text...)
		}
		m, err := s.in.Read(s.text[len(s.text):cap(s.text)])
		s.text = s.text[:len(s.text)+m]
		s.ended = err
	}
}

// split returns the cells of the row at the start of text that are not blank, and the
// size of the row with its line end. Done is false where more text is needed.
func split(text []byte, delimiter byte, ended bool) (cells []sheet.Cell, size int, done bool) {
	i := 0
	for column := 0; ; column++ {
		c := sheet.Cell{Column: column}
		end := 0
		if start := i + blanks(text[i:], delimiter); start < len(text) && text[start] == '"' {
			closing := closed(text[start+1:])
			if closing < 0 {
				return nil, len(text), false
			}
			c.Start, c.End = int32(start+1), int32(start+1+closing)
			end = start + closing + 2
			if tail := bareEnd(text[end:], delimiter); len(bytes.TrimSpace(text[end:end+tail])) > 0 {
				c.Start, c.End = int32(start), int32(end+tail) // "quoted" and more
				end += tail
			} else {
				end += tail
				c.Value, c.Escaped = unquote(text[c.Start:c.End])
			}
		} else {
			c.Start = int32(i)
			end = i + bareEnd(text[i:], delimiter)
			c.End = int32(end)
		}
		if end == len(text) && !ended {
			return nil, 0, false
		}
		if len(bytes.TrimSpace(text[c.Start:c.End])) > 0 {
			cells = append(cells, c)
		}
		switch {
		case end == len(text):
			return cells, end, true
		case text[end] == delimiter:
			i = end + 1
			continue
		case text[end] == '\r' && end+1 == len(text) && !ended:
			return nil, 0, false
		case text[end] == '\r' && end+1 < len(text) && text[end+1] == '\n':
			return cells, end + 2, true
		}
		return cells, end + 1, true
	}
}

// blanks returns how many blanks stand before a quoted cell.
func blanks(text []byte, delimiter byte) int {
	i := 0
	for i < len(text) && text[i] == ' ' && delimiter != ' ' {
		i++
	}
	return i
}

// bareEnd returns where a cell without quotation marks ends.
func bareEnd(text []byte, delimiter byte) int {
	for i, b := range text {
		if b == delimiter || b == '\n' || b == '\r' {
			return i
		}
	}
	return len(text)
}

// closed returns where a quoted cell ends, -1 where it does not.
func closed(text []byte) int {
	for i := 0; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		return i
	}
	return -1
}

// unquote returns the value of a quoted cell, with single quotation marks for doubled
// ones and the line ends of XML; false where that is the text itself.
func unquote(raw []byte) (string, bool) {
	if bytes.IndexByte(raw, '"') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return "", false
	}
	return strings.NewReplacer(`""`, `"`, "\r\n", "\n", "\r", "\n").Replace(string(raw)), true
}

// skip skips n bytes of the value of a quoted cell: see rawindex.Skip.
func skip(raw string, n int) (taken, passed int) {
	for ; passed < n && taken < len(raw); passed++ {
		if strings.HasPrefix(raw[taken:], `""`) || strings.HasPrefix(raw[taken:], "\r\n") {
			taken++
		}
		taken++
	}
	return taken, passed
}
