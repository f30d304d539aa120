package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/internal/read/csvread"
	"github.com/iatilint/iatilint/internal/read/docxread"
	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/jsonread"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/read/textread"
	"github.com/iatilint/iatilint/internal/read/xlsxread"
	"github.com/iatilint/iatilint/internal/read/xmlread"
	"github.com/iatilint/iatilint/internal/read/yamlread"
	"github.com/iatilint/iatilint/schema"
)

// File is an opened file of a submission. It implements schema.Reader.
type File struct {
	format format
	text   *decoded    // nil where the format is not text
	closer []io.Closer // the input last

	size   func() int              // nil where entries have no known size
	reread schema.Reread           // nil where entries can't be read again
	join   func(*sheet.Book) error // nil where the file can't be a part of a book
	joined *joinedFile             // nil where the file is read by itself
}

// format is the reader of a format. A new one is given the file, whose
// description it completes.
type format interface {
	Next() (func() *schema.Entry, error)
	File() *schema.File
}

// Next implements schema.Reader. Bytes that are no text become a fault.
func (f *File) Next() (func() *schema.Entry, error) {
	job, err := f.format.Next()
	if err != nil && !errors.Is(err, io.EOF) && f.text != nil {
		err = f.text.recoverEncoding(err, f.File())
	}
	if errors.Is(err, io.EOF) && f.joined != nil {
		return f.joined.next(f.File())
	}
	return job, err
}

// File implements schema.Reader.
func (f *File) File() *schema.File { return f.format.File() }

// Size implements schema.Reader.
func (f *File) Size() int {
	if f.size == nil {
		return 0
	}
	return f.size()
}

// Reread implements schema.Reader.
func (f *File) Reread() schema.Reread { return f.reread }

// Close implements schema.Reader.
func (f *File) Close() error {
	var errs []error
	for _, c := range f.closer {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

// open opens a file by its first bytes, which content begins with.
func open(file *schema.File, head []byte, content io.Reader, in io.Closer, o Options) (*File, error) {
	f := &File{closer: []io.Closer{in}}
	what := sniff(head, file.Path)
	if o.Found {
		return f.faulty(file, notChecked(foreignKind(head, file.Path))), nil
	}
	if fault, bad := what.fault(file.Path); bad {
		file.Format = what.format
		return f.faulty(file, fault), nil
	}
	file.Format = o.Format
	if file.Format == schema.NoFormat {
		file.Format = what.format
	}
	switch file.Format {
	case schema.XML, schema.Portal, schema.JSON, schema.YAML, schema.CSV:
		return f.openText(file, head, content, o)
	case schema.XLSX, schema.DOCX:
		return f.openPacked(file, content, o)
	}
	return nil, fmt.Errorf("%s looks like %s, which this version of iatilint does not read; it reads IATI XML, portal text, JSON, YAML, CSV, XLSX and DOCX", file.Path, file.Format)
}

// openText opens a file of text, in any encoding.
func (f *File) openText(file *schema.File, head []byte, content io.Reader, o Options) (*File, error) {
	what := sniffEncoding(head, file.Format)
	if fault, bad := encodingFault(what); bad {
		if what.Refused {
			return f.faulty(file, fault), nil
		}
		file.Faults = append(file.Faults, fault)
	}
	d, err := decode(content, what, file.Format == schema.XML)
	if err != nil {
		return nil, fmt.Errorf("could not read %s: %w", file.Path, err)
	}
	f.text = d
	options := form.Options{Version: o.Version, Lists: o.Lists, Start: d.start, EncodedLen: d.encodedLen}
	switch file.Format {
	case schema.XML:
		r := xmlread.New(d, file, options)
		f.format, f.size, f.reread, f.closer = r, r.Size, r.Reread, []io.Closer{r, f.closer[0]}
	case schema.Portal:
		r := textread.New(d, file, options)
		f.format, f.size, f.reread, f.closer = r, r.Size, r.Reread, []io.Closer{r, f.closer[0]}
	case schema.JSON:
		r := jsonread.New(d, file, options)
		f.format, f.size = r, r.Size
	case schema.YAML:
		f.format = yamlread.New(d, file, options)
	default:
		r := csvread.New(d, file, options, o.sheet())
		f.format, f.join = r, r.Join
	}
	if d.encodedLen != nil {
		f.reread = nil // the bytes are not the text
	}
	return f, nil
}

func sniffEncoding(head []byte, format schema.Format) charset.Sniffed {
	if format == schema.XML {
		return charset.SniffXML(head)
	}
	return charset.SniffText(head)
}

// maxPiped is the maximum size in bytes of a workbook or document that is no
// regular file: it has to be held in memory, for the directory of a zip archive is
// at its end.
const maxPiped = 256 << 20

// openPacked opens a workbook or document, which is a zip archive.
func (f *File) openPacked(file *schema.File, content io.Reader, o Options) (*File, error) {
	in, size, err := randomAccess(content, f.closer[0])
	switch {
	case err != nil:
		return nil, errors.Join(fmt.Errorf("could not read %s: %w", file.Path, Reason(err)), f.Close())
	case in == nil:
		return f.faulty(file, schema.Fault{
			Kind: schema.TooLarge, Unread: true, Message: "the file is larger than 256 MB", Hint: "give it as a file, or divide it",
		}), nil
	case file.Format == schema.DOCX:
		f.format = docxread.New(in, size, file)
	default:
		r := xlsxread.New(in, size, file, form.Options{Version: o.Version, Lists: o.Lists}, o.sheet())
		f.format, f.join, f.closer = r, r.Join, []io.Closer{r, f.closer[0]}
	}
	return f, nil
}

// randomAccess returns a regular file itself, and other content held in memory;
// nil if that is too large.
func randomAccess(content io.Reader, in io.Closer) (io.ReaderAt, int64, error) {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, info.Size(), nil
		}
	}
	text, err := io.ReadAll(io.LimitReader(content, maxPiped+1))
	if err != nil || len(text) > maxPiped {
		return nil, 0, err
	}
	return bytes.NewReader(text), int64(len(text)), nil
}

// faulty makes f a file of which nothing is read because of a fault.
func (f *File) faulty(file *schema.File, fault schema.Fault) *File {
	file.Head = &schema.Source{Base: schema.Position{Line: 1, Column: 1}}
	file.Faults = append(file.Faults, fault)
	f.format = empty{file}
	return f
}

// empty is the format of a file of which nothing is read.
type empty struct{ file *schema.File }

func (e empty) Next() (func() *schema.Entry, error) { return nil, io.EOF }
func (e empty) File() *schema.File                  { return e.file }
