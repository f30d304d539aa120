package input

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
)

// zipped is a zip archive.
type zipped struct {
	opened
	zip *zip.Reader
}

// newZip opens a zip archive; nil where it is a document of an office program.
func newZip(in opened) (archive, error) {
	r, err := zip.NewReader(in, in.size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // such paths are passed over
		return nil, unreadable(err)
	}
	for _, f := range r.File {
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return nil, nil
		}
	}
	return zipped{in, r}, nil
}

func (z zipped) names() ([]string, error) {
	var names []string
	for _, f := range z.zip.File {
		if err := z.budget.file(); err != nil {
			return nil, err
		}
		if f.Mode().IsRegular() {
			names = append(names, f.Name)
		}
	}
	return names, nil
}

func (z zipped) extract(wanted func(string) bool, put func(string, io.Reader) error) error {
	for _, f := range z.zip.File {
		if !f.Mode().IsRegular() || !wanted(f.Name) {
			continue
		}
		if err := z.member(f, put); err != nil {
			return fmt.Errorf("%q: %w", f.Name, err)
		}
	}
	return nil
}

// encrypted is the flag of a file that needs a password.
const encrypted = 1

func (z zipped) member(f *zip.File, put func(string, io.Reader) error) error {
	if f.Flags&encrypted != 0 {
		return errors.New("it needs a password")
	}
	r, err := f.Open()
	if err != nil {
		return unreadable(err)
	}
	err = put(f.Name, z.budget.reader(r))
	return errors.Join(unreadable(err), r.Close())
}

func (z zipped) close() error { return z.Close() }

// unreadable says what the errors of archive/zip mean.
func unreadable(err error) error {
	switch {
	case errors.Is(err, zip.ErrFormat):
		return errors.New("it is damaged, or not a zip archive")
	case errors.Is(err, zip.ErrAlgorithm):
		return errors.New("it is compressed in a way that is not read; pack it again as an ordinary zip")
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it is damaged")
	}
	return err
}
