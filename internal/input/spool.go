package input

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// spool is a private folder for what has to lie on disk to be read again.
type spool struct {
	dir   string
	files int
}

// put keeps a copy of what r gives, under a name of its own with name's ending.
func (s *spool) put(name string, r io.Reader) (local string, err error) {
	if s.dir == "" {
		if s.dir, err = os.MkdirTemp("", "iatilint-earlier-*"); err != nil {
			return "", fmt.Errorf("could not make a temporary folder: %w", err)
		}
	}
	s.files++
	local = filepath.Join(s.dir, fmt.Sprint(s.files)+ending(name))
	f, err := os.OpenFile(local, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", fmt.Errorf("could not make a temporary file: %w", err)
	}
	_, err = io.Copy(f, r)
	return local, errors.Join(err, f.Close())
}

// drop removes a copy that is not needed after all.
func (s *spool) drop(local string) error { return os.Remove(local) }

func (s *spool) close() error {
	if s.dir == "" {
		return nil
	}
	if err := os.RemoveAll(s.dir); err != nil {
		return fmt.Errorf("could not remove the temporary folder %s: %w", s.dir, err)
	}
	s.dir = ""
	return nil
}

// ending is a name's ending where it is a plain one.
func ending(name string) string {
	end := strings.ToLower(filepath.Ext(name))
	for _, r := range strings.TrimPrefix(end, ".") {
		if r < '0' || r > '9' && r < 'a' || r > 'z' {
			return ""
		}
	}
	return end
}
