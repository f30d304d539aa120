package earlier

import (
	"context"
	"io"
	"os"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/read"
)

// JoinBooks lets the files of one side of a comparison that hold entries together
// be read together: the books of results, indicators and periods.
func JoinBooks(ctx context.Context, inputs []compare.Input, o read.Options) []compare.Input {
	var sources []read.Source
	for _, input := range inputs {
		sources = append(sources, read.Source{Path: input.Path, Open: func() (io.ReadCloser, error) { return os.Open(input.Local) }})
	}
	books := read.FindBooks(ctx, sources, o)
	for i := range inputs {
		path := inputs[i].Path
		if books.Joined(path) != nil {
			inputs[i].Open = func() (compare.Reader, error) { return books.Open(path) }
		}
	}
	return inputs
}
