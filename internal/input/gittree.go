package input

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// blob is a file of a commit.
type blob struct {
	repository *repository
	path       string // from the root of the repository, which may be around that of the blob
	id         string
}

// The modes of git's trees.
const (
	modeFile       = "100644"
	modeExecutable = "100755"
	modeSubmodule  = "160000"
)

// treeEntry is a line of git ls-tree.
type treeEntry struct{ mode, id, path string }

// list returns a file, or the files below a folder, as of a commit, those of
// submodules included. Links are skipped.
func (r *repository) list(ctx context.Context, id, name string) ([]blob, error) {
	entries, err := r.entries(ctx, id, name, "-r")
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 && name != "" {
		return r.listInSubmodule(ctx, id, name)
	}
	var blobs []blob
	for _, e := range entries {
		switch e.mode {
		case modeFile, modeExecutable:
			blobs = append(blobs, blob{r, e.path, e.id})
		case modeSubmodule:
			inside, err := r.descend(ctx, e, "", e.path == name)
			if err != nil {
				return nil, err
			}
			blobs = append(blobs, inside...)
		}
	}
	return blobs, nil
}

// listInSubmodule lists a path that leads into a submodule.
func (r *repository) listInSubmodule(ctx context.Context, id, name string) ([]blob, error) {
	for i, c := range name {
		if c != '/' {
			continue
		}
		entries, err := r.entries(ctx, id, name[:i])
		if err != nil || len(entries) == 0 {
			return nil, err
		}
		if e := entries[0]; e.mode == modeSubmodule {
			return r.descend(ctx, e, name[i+1:], true)
		}
	}
	return nil, nil
}

// descend lists the files of a submodule. One that is not checked out has no current
// files to compare with, and is skipped unless it is required.
func (r *repository) descend(ctx context.Context, e treeEntry, name string, required bool) ([]blob, error) {
	module, err := r.submodule(ctx, e.path)
	if err != nil {
		if required {
			return nil, err
		}
		return nil, nil
	}
	if _, id, _ := module.resolve(ctx, e.id); id == "" {
		return nil, fmt.Errorf("the submodule %s has no commit %s, which it was at; fetch it: git -C %q fetch --depth=1 origin %s", e.path, e.id, module.top, e.id)
	}
	blobs, err := module.list(ctx, e.id, name)
	if err != nil {
		return nil, fmt.Errorf("could not look into the submodule %s: %w", e.path, err)
	}
	for i := range blobs {
		blobs[i].path = path.Join(e.path, blobs[i].path)
	}
	return blobs, nil
}

// submodule returns the repository of a submodule.
func (r *repository) submodule(ctx context.Context, name string) (*repository, error) {
	missing := fmt.Errorf("the submodule %s is not checked out; get it: git submodule update --init %q", name, name)
	if r.top == "" {
		return nil, missing
	}
	dir := filepath.Join(r.top, filepath.FromSlash(name))
	if !isFolder(dir) {
		return nil, missing
	}
	module, err := repositoryOf(ctx, r.in(dir))
	if err != nil {
		return nil, fmt.Errorf("could not look into the submodule %s: %w", name, err)
	}
	if module.top != realPath(dir) {
		return nil, missing
	}
	return module, nil
}

// entries returns the entries of a commit at a path from the root.
func (r *repository) entries(ctx context.Context, id, name string, flags ...string) ([]treeEntry, error) {
	args := append([]string{"ls-tree", "-z", "--full-tree"}, flags...)
	args = append(args, id)
	if name != "" {
		args = append(args, "--", name)
	}
	out, err := r.run(ctx, args...)
	if err != nil {
		return nil, fmt.Errorf("could not list what %s had in %s: %w", id, r.name(), err)
	}
	var entries []treeEntry
	for line := range strings.SplitSeq(strings.TrimSuffix(out, "\x00"), "\x00") {
		about, file, ok := strings.Cut(line, "\t")
		fields := strings.Fields(about)
		if !ok || len(fields) != 3 {
			continue
		}
		entries = append(entries, treeEntry{fields[0], fields[2], file})
	}
	return entries, nil
}

// maxRenames bounds git's search for renamed files.
const maxRenames = "-l4000"

// renames returns the paths that files of the index had at a commit, by their path.
// The index has what was added and moved, and runs no filter.
func (r *repository) renames(ctx context.Context, id string) (map[string]string, error) {
	if r.top == "" {
		return nil, nil
	}
	out, err := r.run(ctx, "diff-index", "--cached", "-M", maxRenames, "-z", "--name-status", "--diff-filter=R",
		"--no-ext-diff", "--no-textconv", "--ignore-submodules=all", id)
	if err != nil {
		return nil, fmt.Errorf("could not look for renamed files in %s: %w", r.name(), err)
	}
	before := map[string]string{}
	fields := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	for i := 0; i+2 < len(fields); i += 3 {
		before[fields[i+2]] = fields[i+1]
	}
	return before, nil
}
