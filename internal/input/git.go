package input

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read"
)

// gitPrefix begins the name of an earlier submission in a git repository.
const gitPrefix = "git:"

// addGit adds the files of a commit that the current ones are compared with.
func (s *Set) addGit(ctx context.Context, name string, current []string) error {
	spec, err := parseSpec(name)
	if err != nil {
		return err
	}
	program, err := newGit()
	if err != nil {
		return err
	}
	g := &gitFiles{set: s, git: program, spec: spec, commits: map[string]commit{}, added: map[[2]string]bool{}, open: map[string]*blobs{}}
	defer g.close()
	g.home, err = repositoryOf(ctx, program)
	if err != nil && !errors.Is(err, errNoRepository) {
		return err
	}
	if spec.hasPath {
		return g.addPath(ctx, current)
	}
	for _, now := range current {
		if err := g.addCounterparts(ctx, now); err != nil {
			return err
		}
	}
	return nil
}

// gitFiles adds files of commits to a set.
type gitFiles struct {
	set     *Set
	git     git
	spec    spec
	home    *repository       // of the current folder; nil if it is in none
	commits map[string]commit // by repository
	added   map[[2]string]bool
	open    map[string]*blobs // by repository
}

func (g *gitFiles) close() {
	for _, b := range g.open {
		b.close()
	}
}

// commit returns the earlier commit of a repository, without an id if there is none.
func (g *gitFiles) commit(ctx context.Context, r *repository) (c commit, err error) {
	c, known := g.commits[r.top]
	if known {
		return c, nil
	}
	if g.spec.ref == "" {
		c, err = r.mergeBase(ctx)
	} else {
		c, err = r.commit(ctx, g.spec.ref)
	}
	if err == nil && c.id == "" {
		g.set.Note = fmt.Sprintf("the repository %s has no commit yet", r.name())
	}
	g.commits[r.top] = c
	return c, err
}

// addPath adds the file or the folder that the spec names.
func (g *gitFiles) addPath(ctx context.Context, current []string) (err error) {
	r := g.home
	if r == nil {
		if len(current) == 0 {
			return fmt.Errorf("the folder at hand is %w", errNoRepository)
		}
		if r, _, err = g.locate(ctx, current[0]); err != nil {
			return err
		}
	}
	c, err := g.commit(ctx, r)
	if err != nil || c.id == "" {
		return err
	}
	name, err := g.rooted(r)
	if err != nil {
		return err
	}
	found, err := r.list(ctx, c.id, name)
	if err != nil {
		return err
	}
	if len(found) == 1 && found[0].path == name {
		return g.add(ctx, c, found[0], only(current), true)
	}
	var names []string
	byName := map[string]blob{}
	for _, b := range found {
		inside := strings.TrimPrefix(strings.TrimPrefix(b.path, name), "/")
		if memberName(inside) == inside {
			names = append(names, inside)
			byName[inside] = b
		}
	}
	for _, chosen := range choose(ctx, names, current) {
		if err := g.add(ctx, c, byName[chosen.name], chosen.current, chosen.required); err != nil {
			return err
		}
	}
	return nil
}

// rooted returns the path of the spec from the root of the repository: as in git
// itself, only ./ and ../ are relative to the current folder.
func (g *gitFiles) rooted(r *repository) (string, error) {
	name := g.spec.path
	if r.top != "" && (name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../")) {
		here, err := r.inside(".")
		if err != nil {
			return "", err
		}
		name = path.Join(here, name)
	}
	return path.Clean("/" + name)[1:], nil
}

// addCounterparts adds what a current file or folder was: the files at the same
// path, and those that were moved there since.
func (g *gitFiles) addCounterparts(ctx context.Context, now string) error {
	r, name, err := g.locate(ctx, now)
	if err != nil {
		return err
	}
	c, err := g.commit(ctx, r)
	if err != nil || c.id == "" {
		return err
	}
	found, err := r.list(ctx, c.id, name)
	if err != nil {
		return err
	}
	folder := isFolder(now)
	var list []counterpart
	if folder || len(found) == 0 {
		if list, err = r.moved(ctx, c, name, folder); err != nil {
			return err
		}
	}
	for _, b := range found {
		list = append(list, counterpart{b, b.path})
	}
	for _, f := range list {
		current := filepath.ToSlash(now)
		if folder {
			inside := "/" + strings.TrimPrefix(strings.TrimPrefix(f.current, name), "/")
			if strings.Contains(inside, "/.") { // hidden
				continue
			}
			current = path.Join(current, inside)
		}
		if err := g.add(ctx, c, f.blob, current, !folder); err != nil {
			return err
		}
	}
	return nil
}

// counterpart is an earlier file and the path of the current one in the repository.
type counterpart struct {
	blob    blob
	current string
}

// moved returns the files that were moved to a path, or into a folder.
func (r *repository) moved(ctx context.Context, c commit, name string, folder bool) ([]counterpart, error) {
	renames, err := r.renames(ctx, c.id)
	if err != nil {
		return nil, err
	}
	var list []counterpart
	for _, now := range slices.Sorted(maps.Keys(renames)) {
		if now != name && !(folder && (name == "" || strings.HasPrefix(now, name+"/"))) {
			continue
		}
		found, err := r.list(ctx, c.id, renames[now])
		if err != nil {
			return nil, err
		}
		for _, b := range found {
			list = append(list, counterpart{b, now})
		}
	}
	return list, nil
}

// add copies a blob and adds it, once. Unless it is required, it has to look like a
// submission.
func (g *gitFiles) add(ctx context.Context, c commit, b blob, current string, required bool) error {
	key := [2]string{b.repository.top, b.path}
	if g.added[key] || !required && !read.HasKnownEnding(b.path) {
		return nil
	}
	g.added[key] = true
	contents := g.open[b.repository.top]
	if contents == nil {
		var err error
		if contents, err = b.repository.blobs(ctx); err != nil {
			return err
		}
		g.open[b.repository.top] = contents
	}
	name := c.label + ":" + b.path
	var local string
	err := contents.read(b.id, func(r io.Reader) (err error) {
		content := bufio.NewReader(r)
		if head, _ := content.Peek(len(lfsPointer)); string(head) == lfsPointer {
			return errPointer
		}
		local, err = g.set.spool.putIf(b.path, content, required, read.IsSubmission)
		return err
	})
	switch {
	case errors.Is(err, errPointer):
		return fmt.Errorf("git keeps only a pointer to %s, its content is in Git LFS; write it to a file and compare with that: git show %s | git lfs smudge", name, name)
	case err != nil:
		return fmt.Errorf("could not read %s from git: %w", name, err)
	case local != "":
		g.set.add(name, local, current)
	}
	return nil
}

// lfsPointer begins what git keeps of a file whose content is in Git LFS.
const lfsPointer = "version https://git-lfs.github.com/spec/"

var errPointer = errors.New("its content is in Git LFS")

// locate returns the repository that a current file belongs to, and its path there.
// A file in a submodule belongs to the repository around it, where the commit is
// recorded, unless the current folder is in the submodule itself.
func (g *gitFiles) locate(ctx context.Context, now string) (*repository, string, error) {
	if g.home != nil && (g.home.top == "" || os.Getenv("GIT_DIR") != "") { // the only one
		if name, err := g.home.inside(now); err == nil {
			return g.home, name, nil
		}
	}
	r, err := repositoryOf(ctx, g.git.in(folderOf(realPath(now))))
	if errors.Is(err, errNoRepository) {
		return nil, "", fmt.Errorf("%s is in no git repository; name what to compare it with: %sREF:PATH", now, gitPrefix)
	}
	if err != nil {
		return nil, "", err
	}
	for g.home == nil || r.top != g.home.top {
		around, err := r.line(ctx, "rev-parse", "--show-superproject-working-tree")
		if err != nil {
			return nil, "", err
		}
		if around == "" {
			name, err := r.inside(now)
			return r, name, err
		}
		if r, err = repositoryOf(ctx, g.git.in(filepath.FromSlash(around))); err != nil {
			return nil, "", err
		}
	}
	name, err := g.home.inside(now)
	return g.home, name, err
}

// inside returns the path of a file from the root of the repository; if nothing is
// checked out, from the current folder.
func (r *repository) inside(now string) (string, error) {
	top := r.top
	if top == "" {
		top = realPath(".")
	}
	name, err := filepath.Rel(top, realPath(now))
	if err != nil || name == ".." || strings.HasPrefix(name, ".."+string(filepath.Separator)) {
		return "", fmt.Errorf("%s is not in the repository %s; name what to compare it with: %sREF:PATH", now, r.name(), gitPrefix)
	}
	if name = filepath.ToSlash(name); name == "." {
		name = ""
	}
	return name, nil
}

// folderOf returns the nearest folder around a file that exists.
func folderOf(name string) string {
	for !isFolder(name) && name != filepath.Dir(name) {
		name = filepath.Dir(name)
	}
	return name
}
