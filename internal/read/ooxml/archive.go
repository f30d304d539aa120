// Package ooxml opens Word documents and workbooks as the zip archives that they
// are. Parts are found by their names in the archive; nothing outside is ever
// opened, and nothing written.
package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/schema"
)

// maxParts is far more than a document has.
const maxParts = 10_000

// What makes an archive none to be read.
var (
	ErrTooLarge = errors.New("it unpacks to more than is read")
	errTwice    = errors.New("it is there twice, so that it is not clear which one counts")
)

// Damaged returns the fault of a document that can't be read, in the words of its kind
// and of the program that writes it.
func Damaged(err error, kind, program string) schema.Fault {
	f := schema.Fault{Kind: schema.NotWellFormed, Unread: true, Message: "the " + kind + " is damaged: " + err.Error(), Hint: "open it in " + program + " and save it anew"}
	if errors.Is(err, ErrTooLarge) {
		f.Kind, f.Message, f.Hint = schema.TooLarge, "the "+kind+" unpacks to more than is read", "divide it, and take out what is no part of the submission"
	}
	return f
}

// Archive is what a document is packed in.
type Archive struct {
	parts map[string]*zip.File
	twice map[string]bool
}

// Open reads the table of contents.
func Open(in io.ReaderAt, size int64) (*Archive, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, fmt.Errorf("could not open the archive: %w", err)
	}
	if len(z.File) > maxParts {
		return nil, ErrTooLarge
	}
	a := &Archive{parts: map[string]*zip.File{}, twice: map[string]bool{}}
	for _, f := range z.File {
		name := key(f.Name)
		a.twice[name] = a.parts[name] != nil
		a.parts[name] = f
	}
	return a, nil
}

// key returns the name of a part, which can't lead out of the archive.
func key(name string) string { return strings.ToLower(clean(name)) }

func clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// Has reports whether there is a part.
func (a *Archive) Has(name string) bool { return a.parts[key(name)] != nil }

// HasUnder reports whether there is a part in a folder.
func (a *Archive) HasUnder(folder string) bool {
	for name := range a.parts {
		if strings.HasPrefix(name, key(folder)+"/") {
			return true
		}
	}
	return false
}

// Open opens a part, of which at most limit bytes can be read, whatever the
// archive says of its size.
func (a *Archive) Open(name string, limit int64) (io.ReadCloser, error) {
	f := a.parts[key(name)]
	if f == nil {
		return nil, fmt.Errorf("the archive has no part %q", name)
	}
	if a.twice[key(name)] {
		return nil, fmt.Errorf("could not open the part %q: %w", name, errTwice)
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("could not open the part %q: %w", name, err)
	}
	return &limited{ReadCloser: in, left: limit}, nil
}

// Text returns the whole of a part in UTF-8, without its byte order mark.
func (a *Archive) Text(name string, limit int64) ([]byte, error) {
	in, err := a.Open(name, limit)
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // it was only read
	raw, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("could not read the part %q: %w", name, err)
	}
	what := charset.SniffXML(raw)
	if what.Encoding.IsUTF8() {
		return raw[what.BOM:], nil
	}
	decoded := limited{io.NopCloser(charset.NewReader(strings.NewReader(string(raw)), what.Encoding)), limit}
	if raw, err = io.ReadAll(&decoded); err != nil {
		return nil, fmt.Errorf("could not read the part %q: %w", name, err)
	}
	return raw, nil
}

// limited is a reader that fails behind a limit.
type limited struct {
	io.ReadCloser
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, ErrTooLarge
	}
	if int64(len(p)) > l.left {
		p = p[:l.left]
	}
	n, err := l.ReadCloser.Read(p)
	l.left -= int64(n)
	return n, err
}
