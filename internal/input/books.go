package input

import (
	"context"
	"slices"

	"github.com/iatilint/iatilint/internal/read"
)

// Join returns the inputs with those opened together that hold their entries
// together: the books of results, indicators and periods.
func Join(ctx context.Context, inputs []Input, o read.Options) []Input {
	var sources []read.Source
	for _, in := range inputs {
		if in.content != nil {
			sources = append(sources, read.Source{Path: in.Path, Open: in.content})
		}
	}
	books := read.FindBooks(ctx, sources, o)
	joined := slices.Clone(inputs)
	for i := range joined {
		path := joined[i].Path
		if joined[i].Joined = books.Joined(path); joined[i].Joined != nil {
			joined[i].Open = func() (read.Reader, error) { return books.Open(path) }
		}
	}
	return joined
}
