// Package csvread reads submissions in tables of text: cells between commas,
// semicolons or tabs.
package csvread

import (
	"errors"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/rawindex"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/schema"
)

// Reader streams the entries of one file.
type Reader struct {
	scan    *scanner
	file    *schema.File
	options form.Options
	layouts sheet.Options
	entries *sheet.Collector
	begun   bool
	ended   bool
}

// New reads UTF-8 from in.
func New(in io.Reader, file *schema.File, o form.Options, layouts sheet.Options) *Reader {
	base := schema.Position{Line: 1, Column: 1, Offset: o.Start}
	like := &schema.Source{EncodedLen: o.EncodedLen, RawSpan: rawindex.RawSpan(skip)}
	return &Reader{scan: &scanner{in: in, base: base, like: like}, file: file, options: o, layouts: layouts, entries: sheet.NewCollector(file, layouts)}
}

// File describes what was read.
func (r *Reader) File() *schema.File { return r.file }

// Next returns the job of reading the next entry, or io.EOF.
func (r *Reader) Next() (func() *schema.Entry, error) {
	if !r.begun {
		r.begun = true
		if err := r.begin(); err != nil {
			return nil, err
		}
	}
	for {
		if job := r.entries.Job(r.options); job != nil {
			return job, nil
		}
		if r.ended {
			return nil, io.EOF
		}
		if err := r.row(); err != nil {
			return nil, err
		}
	}
}

// headSize is how much of a file is looked at for its headers.
const headSize = 256 << 10

// begin finds the separator and the headers.
func (r *Reader) begin() error {
	s := r.scan
	s.fill(headSize)
	if s.ended != nil && !errors.Is(s.ended, io.EOF) {
		return s.ended
	}
	r.skipSeparatorLine()
	rows, layout, used, delimiter := find(s, r.layouts)
	s.delimiter = delimiter
	r.file.Head = &schema.Source{Base: s.base, EncodedLen: s.like.EncodedLen}
	if layout == nil {
		r.file.Faults = append(r.file.Faults, sheet.NotATable(rows, s.like, "the file"))
		r.ended = true
		_, err := io.Copy(io.Discard, s.in)
		return err
	}
	for range used {
		if _, err := s.next(); err != nil {
			return r.broken(err)
		}
	}
	r.entries.Sheet(layout)
	return nil
}

// Join reads the whole file into a book that it shares with others, if it is a
// sheet of one.
func (r *Reader) Join(b *sheet.Book) error {
	r.begun = true
	r.entries.Join(b)
	if err := r.begin(); err != nil {
		return err
	}
	for !r.ended && r.entries.Layout().Book() {
		if err := r.row(); err != nil {
			return err
		}
	}
	return nil
}

// skipSeparatorLine skips the line "sep=;" that Excel understands.
func (r *Reader) skipSeparatorLine() {
	s := r.scan
	text := s.text[s.used:]
	if len(text) < 6 || !strings.EqualFold(string(text[:4]), "sep=") {
		return
	}
	n := 5 + strings.IndexByte(string(text[5:]), '\n') + 1
	if n > 8 || n < 6 {
		return
	}
	s.base = s.after(string(text[:n]))
	s.used += n
}

// row reads one row.
func (r *Reader) row() error {
	row, err := r.scan.next()
	if err != nil {
		return r.broken(err)
	}
	r.entries.Add(row)
	return nil
}

// broken ends the reading, at the end of the file or at a fault behind which the rows
// are unknown. Errors of the input are passed on.
func (r *Reader) broken(err error) error {
	r.ended = true
	s := r.scan
	rest := &schema.Source{Text: string(s.text[s.used:]), Base: s.base, EncodedLen: s.like.EncodedLen}
	switch {
	case errors.Is(err, io.EOF):
	case errors.Is(err, errQuote):
		r.fault(schema.NotWellFormed, rest, unclosed(rest.Text, s.delimiter),
			"the quotation mark that opens this cell is never closed, so the rest of the file would be one cell",
			`close it, and write a quotation mark inside a cell twice: ""`)
	case errors.Is(err, errTooLarge):
		r.fault(schema.TooLarge, rest, schema.Range{End: 1}, "one row is larger than 16 MB, so the rest of the file is not read",
			"a quotation mark that is not closed is the usual cause")
	default:
		return err
	}
	if layout := r.entries.Layout(); layout != nil {
		rows := r.entries.Close()
		r.entries.EndSheet(layout)
		if rows == 0 && len(r.file.Faults) == 0 {
			r.file.Faults = append(r.file.Faults, layout.NoRows("the file"))
		}
	}
	s.base = s.after(rest.Text)
	r.file.Bytes = s.base.Offset
	return nil
}

func (r *Reader) fault(kind schema.FaultKind, source *schema.Source, at schema.Range, message, hint string) {
	r.file.Faults = append(r.file.Faults, schema.Fault{Kind: kind, Source: source, At: at, Message: message, Hint: hint, Unread: true})
}

// unclosed returns the place of the quotation mark that opens the last cell.
func unclosed(text string, delimiter byte) schema.Range {
	for i := 0; i < len(text); {
		start := i + blanks([]byte(text[i:]), delimiter)
		if start < len(text) && text[start] == '"' {
			n := closed([]byte(text[start+1:]))
			if n < 0 {
				return schema.Range{Start: int32(start), End: int32(start + 1)}
			}
			i = start + n + 2
		}
		i += bareEnd([]byte(text[i:]), delimiter) + 1
	}
	return schema.Range{End: 1}
}

// delimiters are what may stand between cells, the usual one first.
const delimiters = ",;\t|"

// find returns the delimiter of the cells with which most headers are known, or with
// which there are most cells.
func find(s *scanner, o sheet.Options) (rows []*sheet.Row, layout *sheet.Layout, used int, delimiter byte) {
	for i := range len(delimiters) {
		ahead := *s
		ahead.delimiter = delimiters[i]
		some := ahead.first()
		l, n := sheet.Find(some, s.like, o)
		if i == 0 || l.Score() > layout.Score() || l.Score() == layout.Score() && widest(some) > widest(rows) {
			rows, layout, used, delimiter = some, l, n, delimiters[i]
		}
	}
	return rows, layout, used, delimiter
}

// most rows are looked at for the headers.
const most = 20

// first returns the first rows of what was read already.
func (s *scanner) first() []*sheet.Row {
	var rows []*sheet.Row
	if s.ended == nil {
		s.in, s.ended = nil, errMore
	}
	for len(rows) < most {
		r, err := s.next()
		if err != nil {
			break
		}
		rows = append(rows, r)
	}
	return rows
}

// errMore ends a look at the rows that were read already.
var errMore = errors.New("there is more")

func widest(rows []*sheet.Row) int {
	if len(rows) == 0 {
		return 0
	}
	return len(rows[0].Cells)
}

// Resembles reports whether the beginning of a file is surely that of a table of
// entries.
func Resembles(head []byte) bool {
	_, l, _, _ := find(&scanner{text: head, ended: errMore, like: &schema.Source{}}, sheet.Options{})
	return l.Sure()
}
