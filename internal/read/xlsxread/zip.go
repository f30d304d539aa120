package xlsxread

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// What a workbook may unpack to, in bytes. A sheet of a million rows stays
// below; what goes beyond is an archive made to fill the memory.
const (
	maxSheet  = 2 << 30   // of a part that is read as a stream
	maxShared = 256 << 20 // of the texts, which are held
	maxPart   = 32 << 20  // of any other part
)

var errTooLarge = errors.New("the workbook unpacks to more than is read")

// archive is a workbook as the zip archive that it is. Parts are found by their
// names in the archive, and nothing outside is ever opened.
type archive struct {
	parts map[string]*zip.File
}

func openArchive(in io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, fmt.Errorf("could not open the archive: %w", err)
	}
	a := &archive{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		name := strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")), "/")
		if _, twice := a.parts[strings.ToLower(name)]; !twice {
			a.parts[strings.ToLower(name)] = f
		}
	}
	return a, nil
}

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// under tells whether there is a part in a folder.
func (a *archive) under(folder string) bool {
	for name := range a.parts {
		if strings.HasPrefix(name, strings.ToLower(folder)) {
			return true
		}
	}
	return false
}

// open opens a part, of which at most limit bytes can be read.
func (a *archive) open(name string, limit int64) (io.ReadCloser, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, fmt.Errorf("the workbook has no part %q", name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("could not open %s of the workbook: %w", name, err)
	}
	return &limited{ReadCloser: in, left: limit}, nil
}

// read is the whole of a part.
func (a *archive) read(name string) ([]byte, error) {
	in, err := a.open(name, maxPart)
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // it was only read
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("could not read %s of the workbook: %w", name, err)
	}
	return text, nil
}

// limited is a reader that fails behind a limit: what an archive says of its
// parts' sizes may be a lie.
type limited struct {
	io.ReadCloser
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errTooLarge
	}
	if int64(len(p)) > l.left {
		p = p[:l.left]
	}
	n, err := l.ReadCloser.Read(p)
	l.left -= int64(n)
	return n, err
}
