package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read"
)

// gitPrefix begins a source that git remembers.
const gitPrefix = "git:"

func (s *Set) openGit(ctx context.Context, what string, current []string) error {
	wanted, err := parseSpec(what)
	if err != nil {
		return err
	}
	program, err := newGit()
	if err != nil {
		return err
	}
	m := &memory{set: s, git: program, spec: wanted, commits: map[string]commit{}, taken: map[string]bool{}, open: map[*repository]*blobs{}}
	defer m.close()
	m.home, err = repositoryOf(ctx, program)
	if err != nil && !errors.Is(err, errNoRepository) {
		return err
	}
	if wanted.hasPath {
		err = m.takePath(ctx, current)
	} else {
		for _, now := range current {
			if err = m.takeSame(ctx, now); err != nil {
				break
			}
		}
	}
	if err != nil {
		return err
	}
	if s.Note == "" {
		s.noteNone(gitPrefix+what, current)
	}
	return nil
}

// memory is what git remembers of a submission.
type memory struct {
	set     *Set
	git     git
	spec    spec
	home    *repository // of the folder at hand; nil = it is in none
	commits map[string]commit
	taken   map[string]bool // by repository and path
	open    map[*repository]*blobs
}

func (m *memory) close() {
	for _, b := range m.open {
		b.close()
	}
}

// commit is the earlier state of a repository; false if it has none.
func (m *memory) commit(ctx context.Context, r *repository) (commit, bool, error) {
	c, known := m.commits[r.top]
	if !known {
		var err error
		if m.spec.ref == "" {
			c, err = r.mergeBase(ctx)
		} else {
			c, err = r.commit(ctx, m.spec.ref)
		}
		if err != nil {
			return c, false, err
		}
		m.commits[r.top] = c
	}
	if c.id == "" {
		m.set.Note = fmt.Sprintf("there is no earlier submission to compare with: the repository %s has no commit yet", r.name())
	}
	return c, c.id != "", nil
}

// takePath takes the file or the folder that the source names.
func (m *memory) takePath(ctx context.Context, current []string) error {
	r := m.home
	if r == nil {
		if len(current) == 0 {
			return fmt.Errorf("the folder at hand is %w", errNoRepository)
		}
		var err error
		if r, _, err = m.locate(ctx, current[0]); err != nil {
			return err
		}
	}
	at, ok, err := m.commit(ctx, r)
	if err != nil || !ok {
		return err
	}
	name, err := m.rooted(r)
	if err != nil {
		return err
	}
	found, err := r.list(ctx, at.id, name)
	if err != nil {
		return err
	}
	if len(found) == 1 && found[0].path == name {
		return m.take(ctx, at, found[0], only(current), true)
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
	for _, c := range choose(ctx, names, current) {
		if err := m.take(ctx, at, byName[c.name], c.current, c.asked); err != nil {
			return err
		}
	}
	return nil
}

// rooted is the path that the source names, from the root of the repository:
// as in git itself, only ./ and ../ count from the folder at hand.
func (m *memory) rooted(r *repository) (string, error) {
	name := m.spec.path
	if r.top != "" && (name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../")) {
		here, err := r.inside(".")
		if err != nil {
			return "", err
		}
		name = path.Join(here, name)
	}
	name = path.Clean("/" + name)[1:]
	return name, nil
}

// takeSame takes what a current file or folder was: at the same path, or where
// it was moved from.
func (m *memory) takeSame(ctx context.Context, now string) error {
	r, name, err := m.locate(ctx, now)
	if err != nil {
		return err
	}
	at, ok, err := m.commit(ctx, r)
	if err != nil || !ok {
		return err
	}
	found, err := r.list(ctx, at.id, name)
	if err != nil {
		return err
	}
	folder := isFolder(now)
	shown := func(p string) string { // a path in the repository, as the check names it
		if !folder {
			return filepath.ToSlash(now)
		}
		return path.Join(filepath.ToSlash(now), strings.TrimPrefix(strings.TrimPrefix(p, name), "/"))
	}
	if folder || len(found) == 0 {
		moved, err := m.moved(ctx, r, at, name, folder)
		if err != nil {
			return err
		}
		for _, c := range moved {
			if err := m.take(ctx, at, c.blob, shown(c.became), !folder); err != nil {
				return err
			}
		}
	}
	for _, b := range found {
		if folder && hidden(strings.TrimPrefix(b.path, name)) {
			continue
		}
		if err := m.take(ctx, at, b, shown(b.path), !folder); err != nil {
			return err
		}
	}
	return nil
}

// move is a file that was called otherwise.
type move struct {
	blob   blob
	became string
}

// moved finds the files that have been moved to a path, or into a folder.
func (m *memory) moved(ctx context.Context, r *repository, at commit, name string, folder bool) ([]move, error) {
	was, err := r.renames(ctx, at.id)
	if err != nil {
		return nil, err
	}
	var list []move
	for now, before := range was {
		if now != name && !(folder && (name == "" || strings.HasPrefix(now, name+"/"))) || folder && hidden(strings.TrimPrefix(now, name)) {
			continue
		}
		found, err := r.list(ctx, at.id, before)
		if err != nil {
			return nil, err
		}
		for _, b := range found {
			list = append(list, move{b, now})
		}
	}
	slices.SortFunc(list, func(a, b move) int { return strings.Compare(a.became, b.became) })
	return list, nil
}

func hidden(name string) bool { return strings.Contains("/"+strings.TrimPrefix(name, "/"), "/.") }

// take puts a blob on disk. What no current file asks for has to look like a
// submission.
func (m *memory) take(ctx context.Context, at commit, b blob, current string, asked bool) error {
	key := b.repository.top + "\x00" + b.path
	if m.taken[key] || !asked && !read.HasKnownEnding(b.path) {
		return nil
	}
	m.taken[key] = true
	contents := m.open[b.repository]
	if contents == nil {
		var err error
		if contents, err = b.repository.blobs(ctx); err != nil {
			return err
		}
		m.open[b.repository] = contents
	}
	name := at.label + ":" + b.path
	var local string
	err := contents.read(b.id, func(r io.Reader) (err error) {
		local, err = m.set.spool.put(b.path, r)
		return err
	})
	if err != nil {
		return fmt.Errorf("could not read %s from git: %w", name, err)
	}
	if lfs, err := isPointer(local); err != nil || lfs {
		if err == nil {
			err = fmt.Errorf("git keeps only a pointer to %s, its content is in Git LFS; write it to a file and compare with that: git show %s | git lfs smudge", name, name)
		}
		return err
	}
	if !asked && !read.IsSubmission(local) {
		return m.set.spool.drop(local)
	}
	m.set.add(name, local, current)
	return nil
}

// pointer begins what git keeps of a file whose content is in Git LFS.
const pointer = "version https://git-lfs.github.com/spec/"

func isPointer(local string) (bool, error) {
	f, err := os.Open(local)
	if err != nil {
		return false, fmt.Errorf("could not read a temporary file: %w", err)
	}
	defer f.Close()
	head := make([]byte, len(pointer))
	n, _ := io.ReadFull(f, head)
	return string(head[:n]) == pointer, nil
}

// locate finds the repository that a current file belongs to, and its path
// there. A file in a submodule belongs to the repository around it, where the
// commit is recorded, unless the folder at hand is in the submodule itself.
func (m *memory) locate(ctx context.Context, now string) (*repository, string, error) {
	if m.home != nil && (m.home.top == "" || os.Getenv("GIT_DIR") != "") { // no other is meant
		if name, err := m.home.inside(now); err == nil {
			return m.home, name, nil
		}
	}
	r, err := repositoryOf(ctx, m.git.in(folderOf(realPath(now))))
	if errors.Is(err, errNoRepository) {
		return nil, "", fmt.Errorf("%s is in no git repository; name what to compare it with: %sREF:PATH", now, gitPrefix)
	}
	if err != nil {
		return nil, "", err
	}
	for m.home == nil || r.top != m.home.top {
		around, err := r.line(ctx, "rev-parse", "--show-superproject-working-tree")
		if err != nil {
			return nil, "", err
		}
		if around == "" {
			break
		}
		if r, err = repositoryOf(ctx, m.git.in(filepath.FromSlash(around))); err != nil {
			return nil, "", err
		}
	}
	if m.home != nil && r.top == m.home.top {
		r = m.home
	}
	name, err := r.inside(now)
	return r, name, err
}

// inside is the path of a file from the root of the repository; where nothing
// is checked out, from the folder at hand.
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

// folderOf is the nearest folder around a file that exists.
func folderOf(name string) string {
	for !isFolder(name) && name != filepath.Dir(name) {
		name = filepath.Dir(name)
	}
	return name
}
