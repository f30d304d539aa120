// Package docxread reads Word documents whose paragraphs are a portal text: each
// entry a paragraph "outcome <identifier>", then the statement, then the
// narrative. Tables and forms with the identifiers of entries are read as those of
// workbooks are, tables of indicators as part of the entry above them, others cell by
// cell. Headers, footers, notes and comments
// are no part of the text; text in boxes and in other files is named and left.
//
// A document is only read. It has no lines, so places are paragraphs and rows of
// tables, and the offsets of places count the bytes of the text alone.
package docxread

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ooxml"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/read/textread"
	"github.com/iatilint/iatilint/schema"
)

// maxPart is what the text of a document may unpack to, in bytes. A report of a
// thousand pages stays below; what goes beyond is an archive made to fill the
// memory.
const maxPart = 64 << 20

var errNoBody = errors.New("the archive holds no Word document")

// Options configure how a document is read.
type Options struct {
	Form       form.Options
	Sheet      sheet.Options
	Identifier *regexp.Regexp // of the organisation's own scheme; nil = none is known
}

// Reader streams the entries of one document.
type Reader struct {
	file     *schema.File
	options  Options
	document *document
	size     int64
	parts    []section
	blocks   *textread.Reader // of the part at hand; nil = it is a table
	head     *schema.Source   // of the part at hand, while nothing has been read of it
	entries  *sheet.Collector
	inside   []region      // tables in the text at hand
	last     *sheet.Layout // of a table of entries
	closed   bool
}

// New reads a document of a size. What keeps it from being read is a fault of
// the file.
func New(in io.ReaderAt, size int64, file *schema.File, o Options) *Reader {
	r := &Reader{file: file, size: size, options: o, entries: sheet.NewCollector(file, o.Sheet)}
	file.Bytes = size
	a, err := ooxml.Open(in, size)
	if err == nil {
		err = r.load(a)
	}
	if err != nil {
		r.broken(err)
	}
	return r
}

func (r *Reader) load(a *ooxml.Archive) error {
	content, err := a.Text(a.Main("word/document.xml"), maxPart)
	if err != nil {
		return err
	}
	if r.document, err = parse(content); err != nil {
		return err
	}
	if a.Has("word/vbaProject.bin") {
		r.file.Faults = append(r.file.Faults, schema.Fault{
			Kind: schema.UnrecognisedBlock, Message: "the document holds macros; they are not run, and what they would write is not checked", Hint: "save the document as .docx without macros",
		})
	}
	r.divide()
	return nil
}

// broken is the fault of a document that can't be read.
func (r *Reader) broken(err error) {
	r.file.Head = &schema.Source{Base: schema.Position{Line: 1, Column: 1}}
	f := ooxml.Damaged(err, "document", "Word")
	if errors.Is(err, errNoBody) {
		f = schema.Fault{Kind: schema.WrongType, Unread: true, Message: "the file is called .docx but holds no Word document", Hint: "save it as a Word document (.docx)"}
	}
	r.file.Faults = append(r.file.Faults, f)
}

// File describes what was read.
func (r *Reader) File() *schema.File { return r.file }

// Next returns the job of reading the next entry, or io.EOF.
func (r *Reader) Next() (func() *schema.Entry, error) {
	for {
		if job := r.entries.Job(r.options.Form); job != nil {
			return job, nil
		}
		if r.blocks != nil {
			job, err := r.block()
			if job != nil || !errors.Is(err, io.EOF) {
				return job, err
			}
			r.blocks = nil
		}
		if len(r.parts) == 0 {
			if r.closed {
				return nil, io.EOF
			}
			r.close()
			continue
		}
		p := r.parts[0]
		r.parts = r.parts[1:]
		r.begin(p)
	}
}

// close completes the entries of tables.
func (r *Reader) close() {
	r.entries.CloseTable()
	if r.closed = true; r.last != nil && r.file.Entries == 0 && !r.entries.Ready() {
		r.file.Faults = append(r.file.Faults, r.last.NoRows("the table"))
	}
}

// block returns the job of reading the next entry of a text.
func (r *Reader) block() (func() *schema.Entry, error) {
	job, err := r.blocks.Next()
	r.file.Bytes = r.size
	if head := r.head; head != nil {
		r.head = nil
		for _, f := range r.document.marked(head) {
			if head != r.file.Head {
				f.Source = head
			}
			r.file.Faults = append(r.file.Faults, f)
		}
	}
	if err != nil {
		return nil, err
	}
	inside := r.inside
	return func() *schema.Entry {
		e := job()
		if e.Kind != schema.UnassignedText {
			e.Faults = append(e.Faults, r.document.marked(e.Source)...)
			sheet.AddTo(e, rowsIn(e.Source, inside), r.options.Form)
		}
		return e
	}, nil
}

// name gives a part of the text the names of its paragraphs.
func (d *document) name(source *schema.Source) {
	first := source.Base.Line - 1
	for i, start := range starts(source.Text) {
		if line := first + i; i == 0 || line < len(d.lines) && d.lines[line].name != d.lines[line-1].name {
			source.Cells = append(source.Cells, schema.Cell{Start: start, Name: d.lines[line].name})
		}
	}
}

// marked returns the faults of what is marked in a part of the text.
func (d *document) marked(source *schema.Source) []schema.Fault {
	first := source.Base.Line - 1
	starts := starts(source.Text)
	var faults []schema.Fault
	for _, m := range d.within(first, first+len(starts)) {
		start := starts[m.line-first]
		faults = d.appendFault(m, faults, source, schema.Range{Start: start + int32(m.from), End: start + int32(m.to)})
	}
	return faults
}

// starts returns where the lines of a text begin.
func starts(text string) []int32 {
	var all []int32
	for at := 0; at < len(text); {
		all = append(all, int32(at))
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
	return all
}

// Resembles reports whether a document has an entry at all.
func Resembles(in io.ReaderAt, size int64) bool {
	r := New(in, size, &schema.File{Format: schema.DOCX}, Options{})
	_, err := r.Next()
	return err == nil && r.file.Entries > 0
}
