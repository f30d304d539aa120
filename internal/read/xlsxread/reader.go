// Package xlsxread reads submissions in Excel workbooks (.xlsx). It reads the
// workbook's own XML as a stream: every cell with its name, the value that was
// saved, dates as days. Formulas, macros and links are never run or followed.
package xlsxread

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ooxml"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/schema"
)

// Reader streams the entries of one workbook.
type Reader struct {
	file    *schema.File
	options form.Options
	layouts sheet.Options
	book    *workbook
	like    *schema.Source
	entries *sheet.Collector
	first   []*sheet.Row // of the first sheet that is no table

	next   int // sheet to be read
	at     *rows
	offset int64
	known  *sheet.Layout // of the first sheet that was recognised
	ended  bool
}

// New reads a workbook of a size. What keeps it from being read is a fault of
// the file.
func New(in io.ReaderAt, size int64, file *schema.File, o form.Options, layouts sheet.Options) *Reader {
	r := &Reader{file: file, options: o, layouts: layouts, like: &schema.Source{}, entries: sheet.NewCollector(file, layouts)}
	file.Head = &schema.Source{Base: schema.Position{Line: 1, Column: 1}}
	file.Bytes = size
	a, err := ooxml.Open(in, size)
	if err == nil {
		r.book, err = openWorkbook(a)
	}
	if err != nil {
		r.broken(err)
		return r
	}
	notRead := func(message, hint string) {
		file.Faults = append(file.Faults, schema.Fault{Kind: schema.UnrecognisedBlock, Message: message, Hint: hint})
	}
	if a.Has("xl/vbaProject.bin") {
		notRead("the workbook holds macros; they are not run, and what they would write is not checked", "save the workbook as .xlsx without macros")
	}
	if a.HasUnder("xl/externalLinks") {
		notRead("the workbook refers to other workbooks; its values are read as they were last saved", "paste the values in place of the links")
	}
	return r
}

// broken is the fault of a workbook that can't be read, or not to its end.
func (r *Reader) broken(err error) {
	r.ended = true
	r.file.Faults = append(r.file.Faults, ooxml.Damaged(err, "workbook", "Excel"))
}

// File describes what was read.
func (r *Reader) File() *schema.File { return r.file }

// Close ends the reading.
func (r *Reader) Close() error {
	if r.at == nil {
		return nil
	}
	err := r.at.close()
	r.at = nil
	return err
}

// Next returns the job of reading the next entry, or io.EOF.
func (r *Reader) Next() (func() *schema.Entry, error) {
	for {
		if job := r.entries.Job(r.options); job != nil {
			return job, nil
		}
		if r.ended {
			return nil, io.EOF
		}
		if err := r.step(); err != nil {
			r.broken(err)
			r.entries.CloseTable()
		}
	}
}

// step reads a row, or begins the next sheet.
func (r *Reader) step() error {
	if r.at == nil {
		if r.next == len(r.book.sheets) {
			r.finish()
			return nil
		}
		r.next++
		return r.begin(r.book.sheets[r.next-1])
	}
	row, err := r.at.next()
	if err != nil {
		return err
	}
	if row == nil {
		return r.end()
	}
	r.entries.Add(row)
	r.at.layout = r.entries.Layout()
	return nil
}

// begin starts to read a sheet if it is a table of entries.
func (r *Reader) begin(s sheetPart) error {
	layout, first, err := r.findLayout(s)
	if err != nil {
		return err
	}
	if layout == nil || (s.hidden || aside(s.name)) && !layout.Sure() {
		r.unknown(s, first)
		return nil
	}
	if r.known == nil || r.known.Maps() {
		r.known = layout
	}
	if r.at, err = r.book.rows(s, r.offset); err != nil {
		return err
	}
	r.at.concealed = s.hidden && !layout.Maps()
	if r.at.merges, err = r.book.findMerges(s.part); err != nil {
		return err
	}
	r.entries.Sheet(layout)
	for {
		row, err := r.at.next()
		if err != nil || row == nil {
			return err
		}
		if row.Number == layout.Row() {
			break
		}
	}
	r.at.layout = layout
	return nil
}

// most rows are looked at for the headers.
const most = 20

// findLayout finds the headers of a sheet, and returns its first rows; no layout where
// there are none.
func (r *Reader) findLayout(s sheetPart) (*sheet.Layout, []*sheet.Row, error) {
	ahead, err := r.book.rows(s, r.offset)
	if err != nil {
		return nil, nil, err
	}
	defer ahead.close() //nolint:errcheck // it was only read
	var first []*sheet.Row
	for len(first) < most {
		row, err := ahead.next()
		if err != nil {
			return nil, nil, err
		}
		if row == nil {
			break
		}
		first = append(first, row)
	}
	layout, _ := sheet.Find(first, r.like, r.layouts)
	return layout, first, nil
}

// unknown adds the fault of a sheet that is no table of entries.
func (r *Reader) unknown(s sheetPart, first []*sheet.Row) {
	if s.hidden || len(first) == 0 || aside(s.name) {
		return
	}
	if r.first == nil {
		r.first = first
	}
	f := sheet.NotATable(first, r.like, fmt.Sprintf("the sheet %q", s.name))
	f.Kind = schema.UnrecognisedBlock
	r.file.Faults = append(r.file.Faults, f)
}

// aside reports whether a sheet explains the workbook or feeds its drop-down lists.
func aside(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, word := range []string{"instruction", "option", "readme", "read me", "guide", "guidance", "codelist", "code list", "dropdown", "lookup", "cover", "about", "note", "lists"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// end ends a sheet.
func (r *Reader) end() error {
	s := r.at
	r.offset = s.offset
	r.entries.EndSheet(r.entries.Layout())
	r.file.Faults = append(r.file.Faults, s.hiddenFaults(r.like)...)
	return r.Close()
}

// finish ends the workbook.
func (r *Reader) finish() {
	r.ended = true
	if rows := r.entries.Close(); r.file.Entries > 0 || rows > 0 || r.entries.Ready() {
		return
	}
	if r.known != nil {
		r.file.Faults = append(r.file.Faults, r.known.NoRows("the workbook"))
		return
	}
	ofSheet := func(f schema.Fault) bool { return f.Source != nil } // not of the workbook
	r.file.Faults = append(slices.DeleteFunc(r.file.Faults, ofSheet), sheet.NotATable(r.first, r.like, "the workbook"))
}

// Join reads the whole workbook into a book that it shares with others, if it
// is one.
func (r *Reader) Join(b *sheet.Book) error {
	r.entries.Join(b)
	if r.ended || !r.hasBook() {
		return nil
	}
	for !r.ended {
		if err := r.step(); err != nil {
			r.broken(err)
		}
		r.entries.Discard()
	}
	return r.Close()
}

// hasBook reports whether a sheet of the workbook is one of a book.
func (r *Reader) hasBook() bool {
	return slices.ContainsFunc(r.book.sheets, func(s sheetPart) bool {
		l, _, err := r.findLayout(s)
		return err == nil && l != nil && l.Book()
	})
}

// Resembles reports whether a workbook surely has a table of entries.
func Resembles(in io.ReaderAt, size int64) bool {
	a, err := ooxml.Open(in, size)
	if err != nil {
		return true // its reader says why
	}
	w, err := openWorkbook(a)
	if err != nil {
		return true
	}
	r := &Reader{book: w, like: &schema.Source{}}
	for _, s := range w.sheets {
		if l, _, err := r.findLayout(s); err != nil || l.Sure() {
			return true
		}
	}
	return false
}
