package input

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// spool is a private temporary folder for what has to lie on disk to be read again.
type spool struct {
	dir   string
	files int
}

// put copies what r reads to a new file with name's extension, and returns its path.
func (s *spool) put(name string, r io.Reader) (local string, err error) {
	if s.dir == "" {
		if s.dir, err = os.MkdirTemp("", "iatilint-*"); err != nil {
			return "", fmt.Errorf("could not make a temporary folder: %w", err)
		}
	}
	s.files++
	local = filepath.Join(s.dir, fmt.Sprint(s.files)+extension(name))
	f, err := os.OpenFile(local, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", fmt.Errorf("could not make a temporary file: %w", err)
	}
	_, err = io.Copy(f, r)
	return local, errors.Join(err, f.Close())
}

func (s *spool) close() error {
	if err := os.RemoveAll(s.dir); err != nil {
		return fmt.Errorf("could not remove the temporary folder %s: %w", s.dir, err)
	}
	s.dir = ""
	return nil
}

// extension returns a name's extension if it consists of letters and digits.
func extension(name string) string {
	end := strings.ToLower(filepath.Ext(name))
	if strings.Trim(end, ".0123456789abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return end
}
