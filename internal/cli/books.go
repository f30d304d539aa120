package cli

import (
	"io"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/read"
)

// mayBeBook tells whether standard input may hold entries together with the other
// files that are named.
func (s *settings) mayBeBook(paths []string) bool {
	return len(paths) > 1 && read.IsTable(s.stdinName(), s.read.Options)
}

// joinBooks lets inputs that hold entries together be read together: the books of
// results, indicators and periods. again opens what does not lie on disk under the
// path of its input.
func (s *settings) joinBooks(inputs []engine.Input, again map[string]func() (io.ReadCloser, error)) {
	var sources []read.Source
	for _, input := range inputs {
		open := again[input.Path]
		if open == nil {
			if info, err := os.Stat(input.Path); err != nil || !info.Mode().IsRegular() {
				continue // it can be read but once
			}
			open = func() (io.ReadCloser, error) { return os.Open(input.Path) }
		}
		sources = append(sources, read.Source{Path: filepath.ToSlash(input.Path), Open: open})
	}
	books := read.FindBooks(s.ctx, sources, s.read.Options)
	for i := range inputs {
		path := filepath.ToSlash(inputs[i].Path)
		if books.Joined(path) != nil {
			inputs[i].Open = func() (engine.Reader, error) { return books.Open(path) }
		}
	}
}
