// Package docxread reads Word documents whose paragraphs are a portal text: each
// entry a paragraph "outcome <identifier>", then the statement, then the
// narrative. Tables are read cell by cell. Headers, footers, notes and comments
// are no part of the text; text in boxes and in other files is named and left.
//
// A document is only read. It has no lines, so places are paragraphs, and the
// offsets of places count the bytes of the text alone.
package docxread

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/read/ooxml"
	"github.com/iatilint/iatilint/internal/read/textread"
	"github.com/iatilint/iatilint/schema"
)

// maxPart is what the text of a document may unpack to, in bytes. A report of a
// thousand pages stays below; what goes beyond is an archive made to fill the
// memory.
const maxPart = 64 << 20

var errNoBody = errors.New("the archive holds no Word document")

// Reader streams the entries of one document.
type Reader struct {
	file     *schema.File
	document *document
	size     int64
	blocks   *textread.Reader // nil where the document can't be read
	headed   bool
}

// New reads a document of a size. What keeps it from being read is a fault of
// the file.
func New(in io.ReaderAt, size int64, file *schema.File) *Reader {
	r := &Reader{file: file, size: size}
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
	part, err := a.Text(a.Main("word/document.xml"), maxPart)
	if err != nil {
		return err
	}
	if r.document, err = parse(part); err != nil {
		return err
	}
	if a.Has("word/vbaProject.bin") {
		r.file.Faults = append(r.file.Faults, schema.Fault{
			Kind: schema.UnrecognisedBlock, Message: "the document holds macros; they are not run, and what they would write is not checked", Hint: "save the document as .docx without macros",
		})
	}
	r.blocks = textread.New(strings.NewReader(r.document.text.String()), r.file, textread.Options{Base: schema.Position{Line: 1, Column: 1}})
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
	if r.blocks == nil {
		return nil, io.EOF
	}
	job, err := r.blocks.Next()
	r.file.Bytes = r.size
	if !r.headed && r.file.Head != nil {
		r.headed = true
		r.file.Faults = append(r.file.Faults, r.document.annotate(r.file.Head)...)
	}
	if err != nil {
		return nil, err
	}
	return func() *schema.Entry {
		e := job()
		if e.Source == r.file.Head {
			return e
		}
		e.Faults = append(e.Faults, r.document.annotate(e.Source)...)
		return e
	}, nil
}

// annotate gives a part of the text the names of its paragraphs, and returns the faults
// of what is marked in it.
func (d *document) annotate(source *schema.Source) []schema.Fault {
	first := source.Base.Line - 1
	var starts []int32
	for at := 0; at < len(source.Text); {
		starts = append(starts, int32(at))
		line := first + len(starts) - 1
		if len(starts) == 1 || line < len(d.paragraph) && d.paragraph[line] != d.paragraph[line-1] {
			source.Cells = append(source.Cells, schema.Cell{Start: int32(at), Name: fmt.Sprintf("paragraph %d", d.paragraph[line])})
		}
		end := strings.IndexByte(source.Text[at:], '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
	var faults []schema.Fault
	for _, m := range d.within(first, first+len(starts)) {
		start := starts[m.line-first]
		faults = m.appendFault(faults, source, schema.Range{Start: start + int32(m.from), End: start + int32(m.to)})
	}
	return faults
}

// Resembles reports whether a document has an entry at all.
func Resembles(in io.ReaderAt, size int64) bool {
	r := New(in, size, &schema.File{Format: schema.DOCX})
	_, err := r.Next()
	return err == nil && r.file.Entries > 0
}
