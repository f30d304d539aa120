// Package fix applies the fixes that rules offer: it chooses edits that do not
// overlap, checks the edited file before it is written, and writes a file whole
// or not at all, byte for byte the same outside of the edits.
package fix

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/atomicfile"
)

// File is a file on disk with the edits made to it so far. The edits are kept
// beside it, so that a long file is never held in memory and nothing is written
// before all is tried.
type File struct {
	Name string // as violations have it

	// Encode writes text in the file's encoding; an error where it can't.
	Encode func(string) ([]byte, error)

	path  string // of the file itself, not of a link to it
	seen  os.FileInfo
	sum   [sha256.Size]byte
	edits []edit
	fixed int

	failed error // why it could not be fixed
}

// Stat notes the state of a file before it is checked, so that a later change
// is detected.
func Stat(name, path string) (*File, error) {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, fmt.Errorf("could not find what %s links to: %w", path, err)
	}
	info, err := os.Stat(target)
	if err != nil {
		return nil, fmt.Errorf("could not look at %s: %w", path, err)
	}
	return &File{Name: name, path: target, seen: info}, nil
}

// Writable reports whether it is a regular file, not a device or a pipe.
func (f *File) Writable() bool { return f.seen.Mode().IsRegular() }

// Same reports whether two names refer to one file.
func (f *File) Same(other *File) bool { return f.path == other.path }

// Fixed is how many violations the edits mend; the error says why the file
// could not be fixed.
func (f *File) Fixed() (int, error) { return f.fixed, f.failed }

// Open reads the file with its edits made.
func (f *File) Open() (io.ReadCloser, error) { return f.open(f.edits) }

func (f *File) open(edits []edit) (io.ReadCloser, error) {
	in, err := os.Open(f.path)
	if err != nil {
		return nil, fmt.Errorf("could not open %s: %w", f.Name, err)
	}
	if err := f.unchanged(); err != nil {
		return nil, errors.Join(err, in.Close())
	}
	return edited{apply(in, f.seen.Size(), edits), in}, nil
}

type edited struct {
	io.Reader
	io.Closer
}

// ErrChanged is the reason why a file is not written.
var ErrChanged = errors.New("it was changed by somebody else while it was checked; nothing was written to it; run iatilint again")

// unchanged returns an error if the file on disk is not as it was before the
// check.
func (f *File) unchanged() error {
	info, err := os.Stat(f.path)
	if err != nil {
		return fmt.Errorf("could not look at %s again: %w", f.Name, err)
	}
	if info.Size() != f.seen.Size() || !info.ModTime().Equal(f.seen.ModTime()) || !os.SameFile(info, f.seen) {
		return fmt.Errorf("could not fix %s: %w", f.Name, ErrChanged)
	}
	return nil
}

func (f *File) hash() (sum [sha256.Size]byte, err error) {
	in, err := os.Open(f.path)
	if err != nil {
		return sum, fmt.Errorf("could not open %s: %w", f.Name, err)
	}
	defer in.Close()
	h := sha256.New()
	if _, err := io.Copy(h, in); err != nil {
		return sum, fmt.Errorf("could not read %s: %w", f.Name, err)
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// Write writes the file with its edits, under its own name and with its own
// mode, unless somebody else has changed it meanwhile.
func (f *File) Write() error {
	if len(f.edits) == 0 {
		return nil
	}
	if err := f.permitted(); err != nil {
		return err
	}
	err := atomicfile.Write(f.path, f.seen.Mode().Perm(), func(w io.Writer) error {
		in, err := f.Open()
		if err != nil {
			return err
		}
		defer func() { _ = in.Close() }() // it was only read
		if _, err := io.Copy(w, in); err != nil {
			return fmt.Errorf("could not copy %s: %w", f.Name, err)
		}
		sum, err := f.hash()
		if err != nil {
			return err
		}
		if sum != f.sum {
			return ErrChanged
		}
		return f.unchanged()
	})
	if errors.Is(err, ErrChanged) {
		return fmt.Errorf("could not fix %s: %w", f.Name, ErrChanged)
	}
	return err
}

// permitted keeps files that are write-protected from being replaced.
func (f *File) permitted() error {
	w, err := os.OpenFile(f.path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("could not fix %s: %w", f.Name, reason(err))
	}
	return w.Close()
}

func reason(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}
