package input

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"slices"
)

// zipped is a zip archive.
type zipped struct {
	archiveFile
	files []*zip.File
}

// newZip opens a zip archive; nil if it is an office document.
func newZip(in archiveFile) (archive, error) {
	r, err := zip.NewReader(in, in.size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // such paths are passed over
		return nil, unreadable(err)
	}
	if slices.ContainsFunc(r.File, func(f *zip.File) bool { return f.Name == "[Content_Types].xml" || f.Name == "mimetype" }) {
		return nil, nil
	}
	return zipped{in, r.File}, nil
}

// encrypted is the flag of a file that needs a password.
const encrypted = 1

func (z zipped) each(visit func(string, func() (io.ReadCloser, error)) error) error {
	count := &budget{archiveFile: z.archiveFile}
	for _, f := range z.files {
		if err := count.addFile(); err != nil {
			return err
		}
		if !f.Mode().IsRegular() {
			continue
		}
		err := visit(f.Name, func() (io.ReadCloser, error) {
			if f.Flags&encrypted != 0 {
				return nil, errors.New("it needs a password")
			}
			r, err := f.Open()
			return countingReader{r, count}, err
		})
		if err != nil {
			return fmt.Errorf("%q: %w", f.Name, unreadable(err))
		}
	}
	return nil
}

// unreadable explains the errors of archive/zip.
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
