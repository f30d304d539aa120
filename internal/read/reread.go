package read

import (
	"fmt"
	"os"

	"github.com/iatilint/iatilint/schema"
)

// rereader is a reader of a format whose entries can be read again, each from
// its own bytes.
type rereader interface {
	Reread(raw []byte, base schema.Position, index int) *schema.Entry
	CanReread() bool
}

// Reread gives the function that reads an entry of r's file again from its
// bytes, on any goroutine; nil where the format or the encoding has no such
// thing.
func Reread(r Reader) func(raw []byte, base schema.Position, index int) *schema.Entry {
	for {
		switch wrapped := r.(type) {
		case closing:
			r = wrapped.Reader
		case recovering:
			r = wrapped.Reader
		case rereader:
			if wrapped.CanReread() {
				return wrapped.Reread
			}
			return nil
		default:
			return nil
		}
	}
}

// rereadFrom reads an entry again from its place in a file.
func rereadFrom(path string, reread func([]byte, schema.Position, int) *schema.Entry, at schema.Span, index int) (*schema.Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("could not open %s again: %w", path, reason(err))
	}
	defer f.Close()
	raw := make([]byte, at.End.Offset-at.Start.Offset)
	if _, err := f.ReadAt(raw, at.Start.Offset); err != nil {
		return nil, fmt.Errorf("could not read %s again: %w", path, reason(err))
	}
	return reread(raw, at.Start, index), nil
}
