package input

import (
	"archive/tar"
	"bufio"
	"errors"
	"fmt"
	"io"
)

// tarball is a tar archive, compressed or not.
type tarball struct{ archiveFile }

func (t tarball) each(visit func(string, func() (io.ReadCloser, error)) error) error {
	var in io.Reader = bufio.NewReader(io.NewSectionReader(t.File, 0, t.size))
	unpacked, err := decompress(io.NewSectionReader(t.File, 0, t.size))
	switch {
	case err != nil:
		return err
	case unpacked != nil:
		in = unpacked
	}
	r := tar.NewReader(countingReader{io.NopCloser(in), &budget{archiveFile: t.archiveFile}})
	content := &budget{archiveFile: t.archiveFile} // holes included
	open := func() (io.ReadCloser, error) { return countingReader{io.NopCloser(r), content}, nil }
	for first := true; ; first = false {
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case first && errors.Is(err, tar.ErrHeader):
			return errors.New("it is compressed but holds no tar archive")
		case err != nil && !errors.Is(err, tar.ErrInsecurePath): // such paths are passed over
			return damaged(err)
		}
		err = content.addFile()
		if err == nil && h.Typeflag == tar.TypeReg {
			err = visit(h.Name, open)
		}
		if err != nil {
			return damaged(err)
		}
	}
}

// damaged explains the errors of archive/tar.
func damaged(err error) error {
	for _, known := range []error{io.ErrUnexpectedEOF, tar.ErrHeader} {
		if errors.Is(err, known) && !errors.Is(err, errDamaged) {
			return fmt.Errorf("%w: %w", errDamaged, err)
		}
	}
	return err
}
