package input

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// tarball is a tar archive, compressed or not. It is read from the start each
// time.
type tarball struct {
	opened
	gzipped bool
}

func (t tarball) names() ([]string, error) {
	var names []string
	err := t.each(t.budget.reader, func(h *tar.Header, _ io.Reader) error {
		names = append(names, h.Name)
		return t.budget.file()
	})
	return names, err
}

func (t tarball) extract(wanted func(string) bool, put func(string, io.Reader) error) error {
	t.budget.bytes = 0 // names has read all of it; now what is written counts, holes too
	return t.each(func(r io.Reader) io.Reader { return r }, func(h *tar.Header, r io.Reader) error {
		if !wanted(h.Name) {
			return nil
		}
		return put(h.Name, t.budget.reader(r))
	})
}

// each shows the regular files of the archive, which is read through count.
func (t tarball) each(count func(io.Reader) io.Reader, visit func(*tar.Header, io.Reader) error) error {
	var in io.Reader = bufio.NewReader(io.NewSectionReader(t.File, 0, t.size))
	if t.gzipped {
		unzipped, err := gzip.NewReader(in)
		if err != nil {
			return damaged(err)
		}
		defer func() { _ = unzipped.Close() }() // what is wrong with it, reading has said
		in = unzipped
	}
	r := tar.NewReader(count(in))
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
		if h.Typeflag != tar.TypeReg {
			if err := t.budget.file(); err != nil {
				return err
			}
			continue
		}
		if err := visit(h, r); err != nil {
			return damaged(err)
		}
	}
}

func (t tarball) close() error { return t.Close() }

// damaged says what the errors of archive/tar and compress/gzip mean.
func damaged(err error) error {
	for _, known := range []error{io.ErrUnexpectedEOF, tar.ErrHeader, gzip.ErrHeader, gzip.ErrChecksum} {
		if errors.Is(err, known) {
			return fmt.Errorf("it is damaged or incomplete: %w", err)
		}
	}
	return err
}
