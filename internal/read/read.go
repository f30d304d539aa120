// Package read opens the files of a submission: it recognises their formats and
// encodings, and reads each with the reader of its format.
package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// Options configure how files are read.
type Options struct {
	Format  schema.Format // "" = by content, then by name
	Version string        // version of the standard where a file declares none
	Lists   *codelist.Set // code lists; nil = the embedded ones
	Limits  schema.Limits

	// Columns are headers of tables and what they stand for: see
	// sheet.Options.
	Columns map[string]string

	// Found reports that the file was found in a folder: if it is of a kind that is
	// not read, it need not be a submission.
	Found bool

	given map[string]bool // see sheet.Options
}

func (o Options) sheet() sheet.Options {
	return sheet.Options{Columns: o.Columns, Given: o.given, Limits: o.Limits}
}

// Open opens a file. An error means that it can't be opened; faults of its
// content are faults of the schema.File.
func Open(path string, o Options) (*File, error) { return OpenAs(path, filepath.ToSlash(path), o) }

// OpenAs opens a file that goes by a name other than its path.
func OpenAs(path, name string, o Options) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("could not open %s: %w", name, Reason(err))
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("could not look at %s: %w", name, Reason(err)), f.Close())
	}
	r, err := New(f, name, o)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	// What is no file, such as a pipe, can't be read twice.
	if reread := r.reread; reread != nil && info.Mode().IsRegular() {
		r.File().Reread = func(at schema.Span, index int) (*schema.Entry, error) {
			return rereadFrom(path, info, reread, at, index)
		}
	}
	return r, nil
}

// Reason returns the cause of a path error without the path and the system call.
func Reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// readHead reads as much of a file as it takes to recognise its format.
func readHead(in io.Reader) ([]byte, error) {
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(in, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return head[:n], err
}

// New reads a file by the given name from in, which it closes.
func New(in io.ReadCloser, name string, o Options) (*File, error) {
	head, err := readHead(in)
	if err != nil {
		return nil, fmt.Errorf("could not read %s: %w", name, Reason(err))
	}
	file := &schema.File{Path: name, Limits: o.Limits}
	content := io.MultiReader(bytes.NewReader(head), in)
	return open(file, head, content, in, o)
}
