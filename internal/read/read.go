// Package read opens the files of a submission: it tells their format and
// encoding and hands each to the reader of its format.
package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/internal/read/jsonread"
	"github.com/iatilint/iatilint/internal/read/textread"
	"github.com/iatilint/iatilint/internal/read/xmlread"
	"github.com/iatilint/iatilint/internal/read/yamlread"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// Options say how to read.
type Options struct {
	Format  schema.Format // "" = by content, then by name
	Version string        // version of the standard where a file declares none
	Lists   *codelist.Set // code lists; nil = the embedded ones
	Limits  schema.Limits

	// Columns are headers of tables and what they stand for: see
	// sheet.Options.
	Columns map[string]string

	given map[string]bool // see sheet.Options
}

// Reader streams the entries of one file.
type Reader interface {
	Next() (func() *schema.Entry, error)
	File() *schema.File
	Close() error
}

// Open opens a file. The error says that it can't be opened; what is wrong
// with its content becomes a fault of the schema.File.
func Open(path string, o Options) (Reader, error) { return OpenAs(path, filepath.ToSlash(path), o) }

// OpenAs opens a file that goes by a name other than its path.
func OpenAs(path, name string, o Options) (Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("could not open %s: %w", name, reason(err))
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("could not look at %s: %w", name, reason(err)), f.Close())
	}
	r, err := New(f, name, o)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	// What is no file, such as a pipe, can't be read twice.
	if reread := Reread(r); reread != nil && info.Mode().IsRegular() {
		r.File().Reread = func(at schema.Span, index int) (*schema.Entry, error) {
			return rereadFrom(path, info, reread, at, index)
		}
	}
	return r, nil
}

// reason is the cause of a path error without the path and the system call.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// headSize is how much of a file is looked at to tell what it is.
const headSize = 64 << 10

// New reads a file by the given name from in, which it closes.
func New(in io.ReadCloser, name string, o Options) (Reader, error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("could not read %s: %w", name, reason(err))
	}
	head = head[:n]
	file := &schema.File{Path: name, Limits: o.Limits}
	content := io.MultiReader(bytes.NewReader(head), in)
	return open(file, head, content, in, o)
}

// closing closes the input along with the reader of its format.
type closing struct {
	Reader
	in io.Closer
}

func (c closing) Close() error { return errors.Join(c.Reader.Close(), c.in.Close()) }

func open(file *schema.File, head []byte, content io.Reader, in io.Closer, o Options) (Reader, error) {
	what := sniff(head, file.Path)
	if fault, bad := what.fault(file.Path); bad {
		return closing{faulty(file, fault), in}, nil
	}
	file.Format = o.Format
	if file.Format == schema.NoFormat {
		file.Format = what.format
	}
	switch file.Format {
	case schema.XML:
		return openText(file, charset.SniffXML(head), content, in, func(d *decoded) Reader {
			return xmlread.New(d, file, xmlread.Options{Version: o.Version, Lists: o.Lists, Start: d.start, EncodedLen: d.encodedLen})
		})
	case schema.Portal:
		return openText(file, charset.SniffText(head), content, in, func(d *decoded) Reader {
			return textread.New(d, file, d.start, d.encodedLen)
		})
	case schema.JSON:
		return openText(file, charset.SniffText(head), content, in, func(d *decoded) Reader {
			return jsonread.New(d, file, jsonread.Options{Version: o.Version, Lists: o.Lists, Start: d.start, EncodedLen: d.encodedLen})
		})
	case schema.YAML:
		return openText(file, charset.SniffText(head), content, in, func(d *decoded) Reader {
			return yamlread.New(d, file, yamlread.Options{Version: o.Version, Lists: o.Lists, Start: d.start, EncodedLen: d.encodedLen})
		})
	case schema.CSV:
		return openText(file, charset.SniffText(head), content, in, func(d *decoded) Reader {
			return openCSV(d, file, o)
		})
	case schema.XLSX:
		return openXLSX(file, content, in, o)
	case schema.DOCX:
		return openDOCX(file, content, in)
	}
	return nil, fmt.Errorf("%s looks like %s, which this version of iatilint does not read; it reads IATI XML, portal text, JSON, YAML, CSV, XLSX and DOCX", file.Path, file.Format)
}

// openText hands a file's text, whatever its encoding, to the reader of its format.
func openText(file *schema.File, what charset.Sniffed, content io.Reader, in io.Closer, read func(*decoded) Reader) (Reader, error) {
	if fault, bad := encodingFault(what); bad {
		if what.Refused {
			return closing{faulty(file, fault), in}, nil
		}
		file.Faults = append(file.Faults, fault)
	}
	d, err := decode(content, what, file.Format == schema.XML)
	if err != nil {
		return nil, fmt.Errorf("could not read %s: %w", file.Path, err)
	}
	return closing{recovering{read(d), d}, in}, nil
}

// faulty is a file that has nothing but a fault.
func faulty(file *schema.File, fault schema.Fault) Reader {
	file.Head = &schema.Source{Base: schema.Position{Line: 1, Column: 1}}
	file.Faults = append(file.Faults, fault)
	return empty{file}
}

type empty struct{ file *schema.File }

func (e empty) Next() (func() *schema.Entry, error) { return nil, io.EOF }
func (e empty) File() *schema.File                  { return e.file }
func (e empty) Close() error                        { return nil }
