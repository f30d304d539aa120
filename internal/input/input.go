// Package input opens the files of a submission, wherever they lie: on disk, in
// a folder, on standard input, in a pipe, in an archive or in a git repository.
package input

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// Input is one file of a submission.
type Input struct {
	Path    string   // as reports name it, with slashes
	Local   string   // the path of its bytes on disk; "" if they are read only once, or edited
	Own     bool     // Local is the file itself, not a temporary copy
	Current string   // of an earlier file: the path of the current file that it became
	Unread  bool     // it may be a report of a kind that is not read
	Joined  []string // paths of the files that hold their entries together with it, itself included; nil if none does
	Open    func() (schema.Reader, error)

	content func() (io.ReadCloser, error) // its bytes; nil if they can be read only once
}

// New returns the input that has a name and a content which can be opened again
// and again.
func New(name string, content func() (io.ReadCloser, error), o read.Options) Input {
	open := func() (schema.Reader, error) { return read.OpenSource(read.Source{Path: name, Open: content}, o) }
	return Input{Path: name, Open: open, content: content}
}

// Stdin is the path of standard input that goes by no other name.
const Stdin = "<stdin>"

// Options say what to open, and how.
type Options struct {
	Read      read.Options
	Stdin     io.Reader // what the path "-" stands for; nil = a file of that name
	StdinName string    // of standard input
	Reopen    bool      // every input is to be opened more than once

	// Excluded reports whether a file is left out, which was named or found in a
	// folder; nil = none is.
	Excluded func(file string, found bool) bool
}

// Set is the files of a submission. Close it when they are no longer read.
type Set struct {
	Inputs []Input
	Names  []string // the paths that were opened, standard input by its name
	Note   string   // why an earlier submission has no inputs

	options Options
	spool   spool
	stdin   string // the path of the copy of standard input
}

// Open opens the submission that some paths name: files, folders of files, and
// standard input. What can be read only once is copied to a temporary folder if
// it has to be opened again.
func Open(ctx context.Context, paths []string, o Options) (*Set, error) {
	s := &Set{options: o}
	for _, path := range paths {
		if err := s.addPath(ctx, path, len(paths) > 1); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	s.Inputs = Join(ctx, s.Inputs, o.Read)
	return s, nil
}

// Close removes the temporary copies.
func (s *Set) Close() error {
	if err := os.RemoveAll(s.spool.dir); err != nil {
		return fmt.Errorf("could not remove the temporary folder %s: %w", s.spool.dir, err)
	}
	return nil
}

func (s *Set) addPath(ctx context.Context, path string, several bool) error {
	if path == "-" && s.options.Stdin != nil {
		return s.addStdin(ctx, several)
	}
	s.Names = append(s.Names, path)
	files, err := read.Find(ctx, path)
	if err != nil {
		return err
	}
	folder := isFolder(path)
	excluded := func(file string) bool { return s.options.Excluded != nil && s.options.Excluded(file, folder) }
	for _, file := range files.Submissions {
		if excluded(file) {
			continue
		}
		if err := s.addFile(ctx, file, folder); err != nil {
			return err
		}
	}
	for _, file := range files.Compressed {
		if excluded(file) || besidePlain(file) {
			continue
		}
		if err := s.addFile(ctx, file, folder); err != nil {
			return err
		}
	}
	for _, file := range files.Unread {
		if !excluded(file) {
			s.addUnread(filepath.ToSlash(file), file)
		}
	}
	return nil
}

// addStdin adds standard input. It is opened again by a comparison, or if it may
// hold its entries together with other files.
func (s *Set) addStdin(ctx context.Context, several bool) error {
	o := s.options
	if o.StdinName == "" && o.Read.Format == "" {
		return errors.New("standard input has no name to tell its format by: give --stdin-filename or --input-format")
	}
	name := cmp.Or(filepath.ToSlash(o.StdinName), Stdin)
	s.Names = append(s.Names, name)
	if s.stdin != "" {
		s.add(name, s.stdin, "")
		return nil
	}
	reopen := o.Reopen || several && read.IsTable(name, o.Read)
	err := s.addStream(ctx, name, reopen, func() (io.ReadCloser, error) { return io.NopCloser(o.Stdin), nil })
	if err != nil {
		return fmt.Errorf("could not keep standard input to read it again: %w", err)
	}
	s.stdin = s.Inputs[len(s.Inputs)-1].Local
	return nil
}

// addFile adds a file, which may be an archive, a pipe or a device.
func (s *Set) addFile(ctx context.Context, file string, inFolder bool) error {
	name := filepath.ToSlash(file)
	info, err := os.Stat(file)
	if err != nil || info.Mode().IsRegular() {
		if read.HasKnownEnding(file) {
			s.add(name, file, "")
			return nil
		}
		a, err := openArchive(ctx, file)
		if a != nil {
			return s.addMembers(file, a, inFolder)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) { // opening it reports these
			return err
		}
		s.add(name, file, "")
	} else if err := s.addStream(ctx, name, s.options.Reopen, fileOpener(file)); err != nil {
		return fmt.Errorf("could not keep %s to read it again: %w", name, err)
	}
	return nil
}

// addStream adds what can be read only once, or a copy of it which can be opened again.
func (s *Set) addStream(ctx context.Context, name string, reopen bool, open func() (io.ReadCloser, error)) error {
	if !reopen {
		in := New(name, open, s.options.Read)
		in.content = nil
		s.Inputs = append(s.Inputs, in)
		return nil
	}
	local, err := s.spool.putStream(ctx, name, open)
	if err == nil {
		s.add(name, local, "")
	}
	return err
}

// fileOpener returns a function that opens a file on disk.
func fileOpener(path string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("could not open %s: %w", path, read.Reason(err))
		}
		return f, nil
	}
}

// add adds a file by its name, the path of its bytes, and what it became.
func (s *Set) add(name, local, current string) { s.addAs(name, local, current, s.options.Read) }

func (s *Set) addAs(name, local, current string, o read.Options) {
	in := New(name, fileOpener(local), o)
	in.Local, in.Current, in.Own = local, current, filepath.Dir(local) != s.spool.dir
	in.Open = func() (schema.Reader, error) { return read.OpenAs(local, name, o) }
	s.Inputs = append(s.Inputs, in)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
