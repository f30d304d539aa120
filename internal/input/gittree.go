package input

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// blob is a file that git keeps.
type blob struct {
	repository *repository
	path       string // from the root of the repository that was asked
	id         string
}

// The modes of git's trees.
const (
	modeFile       = "100644"
	modeExecutable = "100755"
	modeSubmodule  = "160000"
)

// entry is a line of git ls-tree.
type treeEntry struct{ mode, id, path string }

// list finds a file, or the files below a folder, as they were at a commit,
// those of submodules too. Links are passed over.
func (r *repository) list(ctx context.Context, at, name string) ([]blob, error) {
	entries, err := r.entries(ctx, at, name, "-r")
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 && name != "" {
		return r.listInSubmodule(ctx, at, name)
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

// listInSubmodule looks for the submodule that a path leads into.
func (r *repository) listInSubmodule(ctx context.Context, at, name string) ([]blob, error) {
	for i, c := range name {
		if c != '/' {
			continue
		}
		entries, err := r.entries(ctx, at, name[:i])
		if err != nil || len(entries) == 0 {
			return nil, err
		}
		if e := entries[0]; e.mode == modeSubmodule {
			return r.descend(ctx, e, name[i+1:], true)
		}
	}
	return nil, nil
}

// descend lists what a submodule had. One that is not checked out has no
// current files to compare with, and is passed over unless it is asked for.
func (r *repository) descend(ctx context.Context, e treeEntry, name string, asked bool) ([]blob, error) {
	module, err := r.submodule(ctx, e.path)
	if err != nil {
		if asked {
			return nil, err
		}
		return nil, nil
	}
	if _, err := module.line(ctx, "rev-parse", "--verify", "--quiet", e.id+"^{commit}"); err != nil {
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

// submodule opens the repository of a submodule.
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

// entries asks git ls-tree about a path from the root.
func (r *repository) entries(ctx context.Context, at, name string, flags ...string) ([]treeEntry, error) {
	args := append([]string{"ls-tree", "-z", "--full-tree"}, flags...)
	args = append(args, at)
	if name != "" {
		args = append(args, "--", name)
	}
	out, err := r.run(ctx, args...)
	if err != nil {
		return nil, fmt.Errorf("could not list what %s had in %s: %w", at, r.name(), err)
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

// renames finds what the files of the index were called at a commit. The index
// knows what was added and moved, and asks no filter for it.
func (r *repository) renames(ctx context.Context, at string) (map[string]string, error) {
	if r.top == "" {
		return nil, nil
	}
	out, err := r.run(ctx, "diff-index", "--cached", "-M", maxRenames, "-z", "--name-status", "--diff-filter=R",
		"--no-ext-diff", "--no-textconv", "--ignore-submodules=all", at)
	if err != nil {
		return nil, fmt.Errorf("could not look for renamed files in %s: %w", r.name(), err)
	}
	was := map[string]string{}
	fields := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	for i := 0; i+2 < len(fields); i += 3 {
		was[fields[i+2]] = fields[i+1]
	}
	return was, nil
}
