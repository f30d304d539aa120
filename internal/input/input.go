// Package input opens the files of a submission, wherever they lie: on disk, in
// a folder, on standard input, in a pipe, in an archive or in a git repository.
package input

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/read"
)

// Input is one file of a submission.
type Input struct {
	Path    string   // as reports name it, with slashes
	Local   string   // the path of its bytes on disk; "" if they are read only once, or edited
	Own     bool     // Local is the file itself, not a temporary copy
	Current string   // of an earlier file: the path of the current file that it became
	Joined  []string // paths of the files that hold their entries together with it, itself included; nil if none does
	Open    func() (read.Reader, error)

	content func() (io.ReadCloser, error) // its bytes; nil if they can be read only once
}

// New returns the input that has a name and a content which can be opened again
// and again.
func New(name string, content func() (io.ReadCloser, error), o read.Options) Input {
	open := func() (read.Reader, error) { return read.OpenSource(read.Source{Path: name, Open: content}, o) }
	return Input{Path: name, Open: open, content: content}
}

// Readable reports whether the file can be opened.
func (in Input) Readable() bool {
	f, err := os.Open(in.Local)
	if err != nil {
		return false
	}
	_ = f.Close() // it was only tried
	return true
}

// File returns the input of a file that may not be opened more than once.
func File(path string, o read.Options) Input {
	return Input{Path: filepath.ToSlash(path), Open: func() (read.Reader, error) { return read.Open(path, o) }}
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
func (s *Set) Close() error { return s.spool.close() }

func (s *Set) addPath(ctx context.Context, path string, several bool) error {
	if path == "-" && s.options.Stdin != nil {
		return s.addStdin(ctx, several)
	}
	s.Names = append(s.Names, path)
	files, err := read.Find(ctx, path)
	if err != nil {
		return err
	}
	found := isFolder(path)
	for _, file := range files {
		if s.options.Excluded != nil && s.options.Excluded(file, found) {
			continue
		}
		if err := s.addFile(ctx, file); err != nil {
			return err
		}
	}
	return nil
}

// addStdin adds standard input. It is streamed, unless it is opened again: by a
// comparison, or because it may hold its entries together with other files.
func (s *Set) addStdin(ctx context.Context, several bool) error {
	o := s.options
	if o.StdinName == "" && o.Read.Format == "" {
		return errors.New("standard input has no name to tell its format by: give --stdin-filename or --input-format")
	}
	name := cmp.Or(filepath.ToSlash(o.StdinName), Stdin)
	s.Names = append(s.Names, name)
	if !o.Reopen && !(several && read.IsTable(name, o.Read)) {
		in := New(name, func() (io.ReadCloser, error) { return io.NopCloser(o.Stdin), nil }, o.Read)
		in.content = nil
		s.Inputs = append(s.Inputs, in)
		return nil
	}
	if s.stdin == "" {
		var err error
		if s.stdin, err = s.spool.put(name, newContextReader(ctx, o.Stdin)); err != nil {
			return fmt.Errorf("could not keep standard input to read it again: %w", err)
		}
	}
	s.add(name, s.stdin, "")
	return nil
}

// addFile adds a file, which may be a pipe or a device.
func (s *Set) addFile(ctx context.Context, file string) error {
	name := filepath.ToSlash(file)
	switch {
	case !isStream(file):
		s.add(name, file, "")
		s.Inputs[len(s.Inputs)-1].Own = true
	case s.options.Reopen:
		local, err := s.spoolFile(ctx, file)
		if err != nil {
			return fmt.Errorf("could not keep %s to read it again: %w", name, err)
		}
		s.add(name, local, "")
	default:
		s.Inputs = append(s.Inputs, File(file, s.options.Read))
	}
	return nil
}

// add adds a file by its name, the path of its bytes, and what it became.
func (s *Set) add(name, local, current string) {
	in := New(name, func() (io.ReadCloser, error) { return os.Open(local) }, s.options.Read)
	in.Local, in.Current = local, current
	in.Open = func() (read.Reader, error) { return read.OpenAs(local, name, s.options.Read) }
	s.Inputs = append(s.Inputs, in)
}

// spoolFile copies a pipe or device to a temporary file.
func (s *Set) spoolFile(ctx context.Context, name string) (local string, err error) {
	f, err := openContext(ctx, name)
	if err != nil {
		return "", reason(err)
	}
	defer f.Close()
	return s.spool.put(name, newContextReader(ctx, f))
}

// isStream reports whether a path names a pipe or a device.
func isStream(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// reason returns the cause of a path error without the path and the system call.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
