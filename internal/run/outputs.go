package run

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/settings"
)

// guardOutputs returns an error if a plan would have a file written over that the run
// reads, by whatever name, or two reports written to one file.
func guardOutputs(plan *settings.Plan, sets ...*input.Set) error {
	names := filesWritten(plan)
	if len(names) == 0 {
		return nil
	}
	read := filesRead(plan, sets)
	var written []file
	for _, name := range names {
		out := newFile(name)
		if out.info != nil && !out.info.Mode().IsRegular() {
			continue // a device or a pipe, or a folder, which can't be written
		}
		for _, r := range read {
			if out.is(r) {
				return fmt.Errorf("%s is a file to read; name another one to write", filepath.ToSlash(name))
			}
		}
		for _, w := range written {
			if out.is(w) {
				return fmt.Errorf("%s is to be written twice; name a file for each report", filepath.ToSlash(name))
			}
		}
		written = append(written, out)
	}
	return nil
}

// filesWritten returns the names of the files that a plan has reports and submissions
// written to. That of the accepted violations is read and written anew.
func filesWritten(plan *settings.Plan) []string {
	var names []string
	for _, o := range plan.Outputs {
		if o.File != "" {
			names = append(names, o.File)
		}
	}
	if plan.Output != "" && plan.Output != "-" {
		names = append(names, plan.Output)
	}
	return names
}

// filesRead returns the files of submissions, and those that a plan names.
func filesRead(plan *settings.Plan, sets []*input.Set) []file {
	names := []string{plan.File, plan.AcceptedFile(), string(plan.Expected.File)}
	for _, words := range plan.Vocabulary.Files {
		names = append(names, string(words))
	}
	for _, set := range sets {
		if set == nil {
			continue
		}
		names = append(names, set.Names...) // of archives
		for _, in := range set.Inputs {
			if in.Own {
				names = append(names, in.Local)
			}
		}
	}
	var files []file
	for _, name := range names {
		if name != "" {
			files = append(files, newFile(name))
		}
	}
	return files
}

// file is a file by its name, which need not be there.
type file struct {
	path string      // absolute, without links in its folder
	info fs.FileInfo // nil = there is none
}

func newFile(name string) file {
	f := file{path: name}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
		f.path = filepath.Join(folder, filepath.Base(name))
	}
	if absolute, err := filepath.Abs(f.path); err == nil {
		f.path = absolute
	}
	if info, err := os.Stat(name); err == nil {
		f.info = info
	}
	return f
}

// is reports whether two files are the same, under one name or several.
func (f file) is(other file) bool {
	return f.path == other.path || f.info != nil && other.info != nil && os.SameFile(f.info, other.info)
}
