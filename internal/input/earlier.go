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
	if err := s.addEarlier(ctx, name, current); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if s.Note == "" && len(s.Inputs) == 0 {
		s.Note = fmt.Sprintf("%s has no file for %s", name, strings.Join(current, ", "))
	}
	if s.Note != "" {
		s.Note = "there is no earlier submission to compare with: " + s.Note
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
		return nil, errors.Join(errors.New(s.Note), s.Close())
	}
	return s, err
}

func (s *Set) addEarlier(ctx context.Context, src string, current []string) error {
	if spec, ok := strings.CutPrefix(src, gitPrefix); ok {
		return s.addGit(ctx, spec, current)
	}
	info, err := os.Stat(src)
	local := src
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.Note = src + " does not exist"
		return nil
	case err != nil:
		return fmt.Errorf("could not find the earlier submission %s: %w", src, read.Reason(err))
	case info.IsDir():
		return s.addFolder(ctx, src, current)
	case info.Mode().IsRegular():
		if a, err := openArchive(ctx, src); err != nil {
			return err
		} else if a != nil {
			return s.addArchive(ctx, src, a, current)
		}
	default:
		if local, err = s.spool.putStream(ctx, src, fileOpener(src)); err != nil {
			return fmt.Errorf("could not read the earlier submission %s: %w", src, err)
		}
	}
	s.add(filepath.ToSlash(src), local, only(current))
	return nil
}

// addFolder adds the files of a folder that the current ones are compared with.
func (s *Set) addFolder(ctx context.Context, src string, current []string) error {
	files, err := read.Find(ctx, src)
	switch {
	case err != nil && errors.Unwrap(err) == nil: // nothing failed, there is just none
		s.Note = err.Error()
		return nil
	case err != nil:
		return err
	}
	var names []string
	for _, file := range files.Submissions {
		name, err := filepath.Rel(src, file)
		if err != nil {
			return fmt.Errorf("could not tell where in %s the file %s is: %w", src, file, err)
		}
		names = append(names, filepath.ToSlash(name))
	}
	for _, c := range choose(ctx, names, current) {
		local := filepath.Join(src, filepath.FromSlash(c.name))
		s.add(filepath.ToSlash(local), local, c.current)
	}
	return nil
}

// only returns the current file if there is a single one, else "".
func only(current []string) string {
	if len(current) == 1 && !isFolder(current[0]) {
		return filepath.ToSlash(current[0])
	}
	return ""
}
