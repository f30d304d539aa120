// Package earlier opens the submission that the current one is compared with:
// a file, a folder, an archive of a folder, or what git remembers.
package earlier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/read"
)

// Options say how an earlier submission is read.
type Options struct {
	Read read.Options
}

// Source is an earlier submission. Close it when it is no longer read.
type Source struct {
	Inputs []compare.Input
	Note   string // why there are no inputs

	read  read.Options
	spool spool
}

// Close removes what was put on disk.
func (s *Source) Close() error { return s.spool.close() }

// Open finds what src names: the path of a file, a folder, a zip or a tar
// archive, or git:REF, git:REF:PATH, git:. current are the files and folders
// that it is compared with; one that does not exist stands for a file.
func Open(ctx context.Context, src string, current []string, o Options) (*Source, error) {
	s := &Source{read: o.Read}
	if err := s.open(ctx, src, current); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.Inputs = JoinBooks(ctx, s.Inputs, o.Read)
	return s, nil
}

func (s *Source) open(ctx context.Context, src string, current []string) error {
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
		return s.openPipe(ctx, src, current)
	}
	return s.openFile(ctx, src, current)
}

// openFile takes one file, which may be an archive.
func (s *Source) openFile(ctx context.Context, src string, current []string) error {
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

// openPipe takes what can be read only once.
func (s *Source) openPipe(ctx context.Context, src string, current []string) error {
	f, err := read.OpenUntil(ctx, src)
	if err != nil {
		return fmt.Errorf("could not open the earlier submission %s: %w", src, reason(err))
	}
	defer f.Close()
	local, err := s.spool.put(src, read.Until(ctx, f))
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
func (s *Source) openFolder(ctx context.Context, src string, current []string) error {
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
func (s *Source) noteNone(src string, current []string) {
	if len(s.Inputs) == 0 {
		s.Note = fmt.Sprintf("there is no earlier submission to compare with: %s has no file for %s", src, strings.Join(current, ", "))
	}
}

// add takes a file: its name as shown, where its bytes are, and what it became.
func (s *Source) add(name, local, current string) {
	s.Inputs = append(s.Inputs, Input(name, local, current, s.read))
}

// Input is a file on disk, shown under a name, as a side of a comparison.
func Input(name, local, current string, o read.Options) compare.Input {
	return compare.Input{
		Path: name, Local: local, Current: current,
		Open: func() (compare.Reader, error) {
			f, err := os.Open(local)
			if err != nil {
				return nil, fmt.Errorf("could not open %s: %w", name, reason(err))
			}
			r, err := read.New(f, name, o)
			if err != nil {
				return nil, errors.Join(err, f.Close())
			}
			return r, nil
		},
		Reread: func(r compare.Reader) compare.Reread {
			reader, ok := r.(read.Reader)
			if !ok {
				return nil
			}
			return read.Reread(reader)
		},
	}
}

// reason is the cause of a path error without the path and the system call.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
