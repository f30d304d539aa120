package read

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/iatilint/iatilint/schema"
)

// rereadFrom reads an entry again from its place in a file, which has to be as
// it was.
func rereadFrom(path string, before os.FileInfo, reread schema.Reread, at schema.Span, index int) (*schema.Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errChanged, Reason(err))
	}
	defer f.Close()
	now, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("could not look at it: %w", Reason(err))
	}
	if !os.SameFile(before, now) || now.Size() != before.Size() || !now.ModTime().Equal(before.ModTime()) {
		return nil, errChanged
	}
	raw := make([]byte, at.End.Offset-at.Start.Offset)
	switch _, err := f.ReadAt(raw, at.Start.Offset); {
	case errors.Is(err, io.EOF):
		return nil, errChanged
	case err != nil:
		return nil, Reason(err)
	}
	return reread(raw, at.Start, index), nil
}

var errChanged = errors.New("it changed while it was being checked")
