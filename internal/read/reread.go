package read

import "github.com/iatilint/iatilint/schema"

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
