package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/read"
)

// spool is a private temporary folder for what has to lie on disk to be read again.
type spool struct{ dir string }

// put copies what r reads to a new file, and returns its path. A file of a name that
// submissions have keeps its extension.
func (s *spool) put(name string, r io.Reader) (local string, err error) {
	if s.dir == "" {
		if s.dir, err = os.MkdirTemp("", "iatilint-*"); err != nil {
			return "", fmt.Errorf("could not make a temporary folder: %w", err)
		}
	}
	extension := ""
	if read.HasReportEnding(name) {
		extension = filepath.Ext(name)
	}
	f, err := os.CreateTemp(s.dir, "*"+extension) // readable by its owner only
	if err != nil {
		return "", fmt.Errorf("could not make a temporary file: %w", err)
	}
	_, err = io.Copy(f, r)
	return f.Name(), errors.Join(err, f.Close())
}

// putStream copies what can be read only once.
func (s *spool) putStream(ctx context.Context, name string, open func() (io.ReadCloser, error)) (string, error) {
	r := newContextReader(ctx, open)
	defer func() { _ = r.Close() }() // it was only read
	return s.put(name, r)
}

// putIf copies a file if it is required or wanted; the path is "" if not.
func (s *spool) putIf(name string, r io.Reader, required bool, wanted func(local string) bool) (string, error) {
	local, err := s.put(name, r)
	if err == nil && !required && !wanted(local) {
		return "", os.Remove(local)
	}
	return local, err
}
