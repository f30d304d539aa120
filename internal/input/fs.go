package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/iatilint/iatilint/internal/read"
)

// OpenFS opens the submission that some paths in a file system name: files, and
// folders of files. Their bytes are copied to a temporary folder.
func OpenFS(ctx context.Context, fsys fs.FS, paths []string, o Options) (*Set, error) {
	s := &Set{Names: paths, options: o}
	for _, root := range paths {
		err := fs.WalkDir(fsys, root, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return fmt.Errorf("could not find %s: %w", name, read.Reason(err))
			case name != root && strings.HasPrefix(path.Base(name), "."):
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			case entry.IsDir() || o.Excluded != nil && o.Excluded(name, name != root):
				return nil
			}
			return s.addFromFS(ctx, fsys, name, name == root)
		})
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	if len(s.Inputs) == 0 {
		return nil, errors.Join(fmt.Errorf("there is no submission in %s", strings.Join(paths, ", ")), s.Close())
	}
	s.Inputs = Join(ctx, s.Inputs, o.Read)
	return s, nil
}

func (s *Set) addFromFS(ctx context.Context, fsys fs.FS, name string, named bool) error {
	r := newContextReader(ctx, func() (io.ReadCloser, error) { return fsys.Open(name) })
	defer func() { _ = r.Close() }() // it was only read
	local, err := s.spool.put(name, r)
	switch {
	case err != nil:
		return fmt.Errorf("could not read %s: %w", name, read.Reason(err))
	case named || read.IsSubmission(local):
		s.add(name, local, "")
	case read.IsUnread(local):
		s.addUnread(name, local)
	default:
		return os.Remove(local)
	}
	return nil
}
