package input

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/internal/read"
)

// OpenEarlier opens the earlier submission that name names: the path of a file, a
// folder, a zip or a tar archive, or git:REF, git:REF:PATH, git:. current are the
// files and folders that it is compared with; one that does not exist counts as a
// file.
func OpenEarlier(ctx context.Context, name string, current []string, o read.Options) (*Set, error) {
	s := &Set{Names: []string{name}, options: Options{Read: o}}
	if err := s.openEarlier(ctx, name, current); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.Inputs = Join(ctx, s.Inputs, o)
	return s, nil
}

// OpenSide opens one of two submissions that are compared with each other. other
// is the path of the opposite one.
func OpenSide(ctx context.Context, path, other string, o Options) (*Set, error) {
	if !isContainer(ctx, path) {
		return Open(ctx, []string{path}, o)
	}
	if other == "-" || isContainer(ctx, other) {
		other = "." // files are chosen by the current folder
	}
	s, err := OpenEarlier(ctx, path, []string{other}, o.Read)
	if err == nil && len(s.Inputs) == 0 {
		err = errors.Join(errors.New(s.Note), s.Close())
	}
	return s, err
}

func (s *Set) openEarlier(ctx context.Context, src string, current []string) error {
	if ref, ok := strings.CutPrefix(src, gitPrefix); ok {
		return s.openGit(ctx, ref, current)
	}
	info, err := os.Stat(src)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.Note = fmt.Sprintf("there is no earlier submission to compare with: %s does not exist", src)
		return nil
	case err != nil:
		return fmt.Errorf("could not find the earlier submission %s: %w", src, reason(err))
	case info.IsDir():
		return s.openFolder(ctx, src, current)
	case !info.Mode().IsRegular():
		return s.openStream(ctx, src, current)
	}
	return s.openFile(ctx, src, current)
}

// openFile takes one file, which may be an archive.
func (s *Set) openFile(ctx context.Context, src string, current []string) error {
	a, err := openArchive(ctx, src)
	if err != nil {
		return err
	}
	if a != nil {
		return s.openArchive(ctx, src, a, current)
	}
	s.add(filepath.ToSlash(src), src, only(current))
	return nil
}

// openStream adds what can be read only once.
func (s *Set) openStream(ctx context.Context, src string, current []string) error {
	local, err := s.spoolFile(ctx, src)
	if err != nil {
		return fmt.Errorf("could not read the earlier submission %s: %w", src, err)
	}
	s.add(filepath.ToSlash(src), local, only(current))
	return nil
}

// only is the current file where there is one.
func only(current []string) string {
	if len(current) == 1 && !isFolder(current[0]) {
		return filepath.ToSlash(current[0])
	}
	return ""
}

// openFolder takes the submissions of a folder.
func (s *Set) openFolder(ctx context.Context, src string, current []string) error {
	files, err := read.Find(ctx, src)
	switch {
	case err != nil && errors.Unwrap(err) == nil: // nothing failed, there is just none
		s.Note = "there is no earlier submission to compare with: " + err.Error()
		return nil
	case err != nil:
		return err
	}
	var names []string
	for _, file := range files {
		name, err := filepath.Rel(src, file)
		if err != nil {
			return fmt.Errorf("could not tell where in %s the file %s is: %w", src, file, err)
		}
		names = append(names, filepath.ToSlash(name))
	}
	chosen := choose(ctx, names, current)
	for _, c := range chosen {
		local := filepath.Join(src, filepath.FromSlash(c.name))
		s.add(filepath.ToSlash(local), local, c.current)
	}
	s.noteNone(src, current)
	return nil
}

// noteNone says that a source has nothing for the current files.
func (s *Set) noteNone(src string, current []string) {
	if len(s.Inputs) == 0 {
		s.Note = fmt.Sprintf("there is no earlier submission to compare with: %s has no file for %s", src, strings.Join(current, ", "))
	}
}
