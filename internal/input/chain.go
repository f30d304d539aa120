package input

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// Chain reads several inputs as if they were one file.
type Chain struct {
	readers []read.Reader
	current int
}

// OpenChain opens a single input, or several that hold their entries together.
func OpenChain(inputs []Input) (*Chain, error) {
	first := max(0, slices.IndexFunc(inputs, func(in Input) bool { return in.Joined != nil }))
	paths := inputs[first].Joined
	if len(inputs) == 1 {
		paths = []string{inputs[0].Path}
	}
	for _, in := range slices.Backward(inputs) {
		if !slices.Contains(paths, in.Path) {
			return nil, fmt.Errorf("%s does not belong to the other files; several are converted into one only where they are books of one submission, which refer to each other", in.Path)
		}
	}
	c := &Chain{}
	for _, path := range paths {
		i := slices.IndexFunc(inputs, func(in Input) bool { return in.Path == path })
		r, err := inputs[i].Open()
		if err != nil {
			return nil, errors.Join(err, c.Close())
		}
		c.readers = append(c.readers, r)
	}
	return c, nil
}

// Next returns the next entry, of the next file where one ends. The faults of a
// file count for those behind it too.
func (c *Chain) Next() (func() *schema.Entry, error) {
	for {
		job, err := c.readers[c.current].Next()
		if !errors.Is(err, io.EOF) || c.current == len(c.readers)-1 {
			return job, err
		}
		done := c.File()
		c.current++
		c.File().Faults = append(c.File().Faults, done.Faults...)
	}
}

// File describes the current file.
func (c *Chain) File() *schema.File { return c.readers[c.current].File() }

// Close closes all files.
func (c *Chain) Close() error {
	var errs []error
	for _, r := range c.readers {
		errs = append(errs, r.Close())
	}
	return errors.Join(errs...)
}
