// Package xlsxread reads submissions in Excel workbooks (.xlsx). It reads the
// workbook's own XML as a stream: every cell with its name, the value that was
// saved, dates as days. Formulas, macros and links are never run or followed.
package xlsxread

import (
	"errors"
	"fmt"
	"io"
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
	table   *sheet.Table
	joined  *sheet.Book
	ready   []*sheet.Entry
	first   []*sheet.Row // of the first sheet that is no table

	next   int // sheet to be read
	at     *rows
	layout *sheet.Layout
	offset int64
	known  *sheet.Layout // of the first sheet that was recognised
	ended  bool
}

// New reads a workbook of a size. What keeps it from being read is a fault of
// the file.
func New(in io.ReaderAt, size int64, file *schema.File, o form.Options, layouts sheet.Options) *Reader {
	r := &Reader{file: file, options: o, layouts: layouts, like: &schema.Source{}, table: sheet.NewTable()}
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
	f := schema.Fault{Kind: schema.NotWellFormed, Unread: true, Message: "the workbook is damaged: " + err.Error(), Hint: "open it in Excel and save it anew"}
	if errors.Is(err, ooxml.ErrTooLarge) {
		f.Kind, f.Message, f.Hint = schema.TooLarge, "the workbook unpacks to more than is read", "divide it, and take out what is no part of the submission"
	}
	r.file.Faults = append(r.file.Faults, f)
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
	for len(r.ready) == 0 {
		if r.ended {
			return nil, io.EOF
		}
		if err := r.step(); err != nil {
			r.broken(err)
			r.ready = append(r.ready, r.table.Close()...)
		}
	}
	e := r.ready[0]
	r.ready = r.ready[1:]
	return e.Job(r.file, r.options), nil
}

// step reads a row, or goes on to the next sheet.
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
	r.add(row)
	return nil
}

func (r *Reader) add(row *sheet.Row) {
	if r.layout.Book() {
		r.joined.Add(r.layout, row)
		return
	}
	r.ready = append(r.ready, r.table.Add(row)...)
}

// begin starts to read a sheet if it is a table of entries.
func (r *Reader) begin(s sheetPart) error {
	layout, first, err := r.look(s)
	if err != nil {
		return err
	}
	switch {
	case layout == nil:
		r.unknown(s, first)
		return nil
	case s.hidden && !layout.Maps():
		return nil
	}
	if r.known == nil || r.known.Maps() {
		r.known = layout
	}
	r.layout = layout
	if r.at, err = r.book.rows(s, r.offset); err != nil {
		return err
	}
	if r.at.merges, err = r.book.findMerges(s.part); err != nil {
		return err
	}
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
	if !layout.Book() {
		r.table.Sheet(layout)
		return nil
	}
	if r.joined == nil {
		r.joined = sheet.NewBook()
	}
	r.joined.Sheet(layout)
	return nil
}

// most rows are looked at for the headers.
const most = 20

// look finds the headers of a sheet; no layout where there are none.
func (r *Reader) look(s sheetPart) (*sheet.Layout, []*sheet.Row, error) {
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
	r.file.Faults = append(r.file.Faults, r.layout.Faults()...)
	r.file.Faults = append(r.file.Faults, s.hiddenFaults(r.like)...)
	if s.unsolved != nil {
		r.file.Faults = append(r.file.Faults, sheet.AtRow(s.unsolved, r.like, schema.Fault{
			Kind:    schema.UnrecognisedBlock,
			Message: fmt.Sprintf("the formula in %s was never worked out, so the cell is read as blank", sheet.Name(s.name, s.unsolved.Number, s.column)),
			Hint:    "open the workbook in Excel and save it, or paste the values in place of the formulas",
		}))
	}
	return r.Close()
}

// finish ends the workbook.
func (r *Reader) finish() {
	r.ended = true
	r.ready = append(r.ready, r.table.Close()...)
	rows := 0
	if r.joined != nil {
		var entries []*sheet.Entry
		entries, rows = r.joined.Close(r.file, r.layouts)
		r.ready = append(r.ready, entries...)
	}
	if r.file.Entries > 0 || len(r.ready) > 0 || rows > 0 {
		return
	}
	switch {
	case r.known != nil:
		r.file.Faults = append(r.file.Faults, r.known.NoRows("the workbook"))
	default:
		kept := r.file.Faults[:0]
		for _, f := range r.file.Faults {
			if f.Source == nil {
				kept = append(kept, f) // of the workbook, not of a sheet
			}
		}
		r.file.Faults = kept
		r.file.Faults = append(r.file.Faults, sheet.NotATable(r.first, r.like, "the workbook"))
	}
}

// Join reads the whole workbook into a book that it shares with others, if it
// is one.
func (r *Reader) Join(b *sheet.Book) error {
	r.joined = b
	r.layouts.Given = b.Levels() // whoever joins them makes the entries
	b.From(r.file)
	if r.ended || !r.has((*sheet.Layout).Book) {
		return nil
	}
	for !r.ended {
		if err := r.step(); err != nil {
			r.broken(err)
		}
		r.ready = nil
	}
	return r.Close()
}

// has reports whether a sheet of the workbook has a layout of a kind.
func (r *Reader) has(kind func(*sheet.Layout) bool) bool {
	for _, s := range r.book.sheets {
		if l, _, err := r.look(s); err == nil && l != nil && kind(l) {
			return true
		}
	}
	return false
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
		if l, _, err := r.look(s); err != nil || l.Sure() {
			return true
		}
	}
	return false
}
