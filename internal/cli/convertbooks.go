package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// openAll opens what is to be converted: one file, or several that hold their
// entries together.
func openAll(ctx context.Context, in []string, o read.Options) (read.Reader, error) {
	if info, err := os.Stat(in[0]); len(in) == 1 && (err != nil || !info.IsDir()) {
		return read.Open(in[0], o)
	}
	var sources []read.Source
	for _, name := range in {
		files, err := read.Find(ctx, name)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			sources = append(sources, read.Source{
				Path: filepath.ToSlash(file),
				Open: func() (io.ReadCloser, error) { return os.Open(file) },
			})
		}
	}
	if len(sources) == 1 {
		return read.Open(sources[0].Path, o)
	}
	books := read.FindBooks(ctx, sources, o)
	var together []string
	for _, s := range sources {
		if together == nil {
			together = books.Joined(s.Path)
		}
	}
	for _, s := range slices.Backward(sources) {
		if !slices.Contains(together, s.Path) {
			return nil, fmt.Errorf("%s does not belong to the other files; several are converted into one only where they are books of one submission, which refer to each other", s.Path)
		}
	}
	r := &chain{}
	for _, path := range together {
		one, err := books.Open(path)
		if err != nil {
			return nil, errors.Join(err, r.Close())
		}
		r.readers = append(r.readers, one)
	}
	return r, nil
}

// chain reads one file after the other.
type chain struct {
	readers []read.Reader
	at      int
}

// Next goes on with the next file where one ends. What is wrong with a file counts
// for all of them.
func (c *chain) Next() (func() *schema.Entry, error) {
	for {
		job, err := c.readers[c.at].Next()
		if !errors.Is(err, io.EOF) || c.at == len(c.readers)-1 {
			return job, err
		}
		done := c.File()
		c.at++
		c.File().Faults = append(c.File().Faults, done.Faults...)
	}
}

// File describes the file at hand.
func (c *chain) File() *schema.File { return c.readers[c.at].File() }

// Close closes all files.
func (c *chain) Close() error {
	var errs []error
	for _, r := range c.readers {
		errs = append(errs, r.Close())
	}
	return errors.Join(errs...)
}
