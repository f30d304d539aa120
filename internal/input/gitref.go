package input

import (
	"context"
	"fmt"
	"os"
	"strings"
	"unicode"
)

// commit is a commit of a repository, and its name in reports.
type commit struct{ id, label string }

// spec is an earlier submission in a git repository, as named behind "git:".
type spec struct {
	ref     string // "" = where the branch left its upstream
	path    string
	hasPath bool
}

// parseSpec splits REF:PATH at the first colon outside of braces: main@{10:00} is a
// ref.
func parseSpec(s string) (spec, error) {
	out, depth := spec{ref: s}, 0
	colon := strings.IndexFunc(s, func(r rune) bool {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		return r == ':' && depth == 0
	})
	if colon >= 0 {
		out = spec{ref: s[:colon], path: s[colon+1:], hasPath: true}
	}
	if strings.HasPrefix(out.ref, "-") || strings.ContainsFunc(out.ref, unicode.IsControl) {
		return spec{}, fmt.Errorf("--against %s%s: %q cannot be the name of a commit", gitPrefix, s, out.ref)
	}
	return out, nil
}

// isName reports whether a ref is the name of a branch, a tag or a commit, without an
// operator that leads to another commit.
func isName(ref string) bool { return !strings.ContainsAny(ref, "~^@{}") }

// commit returns the commit of a ref: of the repository, or of the remote branches as
// last fetched, which is all that a checkout of continuous integration has.
func (r *repository) commit(ctx context.Context, ref string) (commit, error) {
	names := []string{ref}
	if isName(ref) {
		names = append(names, "refs/remotes/origin/"+ref)
	}
	_, id, err := r.resolve(ctx, names...)
	if err == nil && id == "" {
		err = fmt.Errorf("the repository %s has no commit %q%s", r.name(), ref, r.fetch(ctx, ref))
	}
	return commit{id, ref}, err
}

// resolve returns the first of some names that is one of a commit, and the commit's
// id; "" if none is.
func (r *repository) resolve(ctx context.Context, names ...string) (name, id string, err error) {
	for _, name := range names {
		if id, err := r.line(ctx, "rev-parse", "--verify", "--quiet", name+"^{commit}"); err == nil && id != "" {
			return name, id, nil
		}
	}
	return "", "", ctx.Err()
}

func (r *repository) name() string {
	if r.top != "" {
		return r.top
	}
	return "that git works on"
}

// fetch returns how to get a missing ref; "" if there is no remote to get it from.
func (r *repository) fetch(ctx context.Context, ref string) string {
	if remotes, err := r.run(ctx, "remote"); err != nil || strings.TrimSpace(remotes) == "" {
		return ""
	}
	name := strings.TrimPrefix(strings.TrimPrefix(ref, "refs/heads/"), "origin/")
	switch {
	case !isName(ref):
		if r.shallow(ctx) {
			return ", as the clone is shallow; fetch the rest: git fetch --unshallow origin"
		}
		return ""
	case isHash(ref):
		return "; fetch it: git fetch --depth=1 origin " + ref
	}
	return fmt.Sprintf("; fetch it: git fetch --depth=1 origin +%s:refs/remotes/origin/%s", name, name)
}

func (r *repository) shallow(ctx context.Context) bool {
	answer, err := r.line(ctx, "rev-parse", "--is-shallow-repository")
	return err == nil && answer == "true"
}

func isHash(ref string) bool {
	return (len(ref) == 40 || len(ref) == 64) && strings.Trim(ref, "0123456789abcdef") == ""
}

// mergeBase returns the commit where the current branch left its upstream. It has no
// id if the repository has no commit yet.
func (r *repository) mergeBase(ctx context.Context) (commit, error) {
	if _, head, err := r.resolve(ctx, "HEAD"); head == "" {
		return commit{}, err
	}
	upstream, err := r.upstream(ctx)
	if err != nil {
		return commit{}, err
	}
	base, err := r.line(ctx, "merge-base", "HEAD", upstream)
	switch {
	case ctx.Err() != nil:
		return commit{}, ctx.Err()
	case err != nil && r.shallow(ctx):
		return commit{}, fmt.Errorf("the clone of %s is shallow and does not reach back to where HEAD left %s; fetch the rest: git fetch --unshallow origin", r.name(), upstream)
	case err != nil:
		return commit{}, fmt.Errorf("HEAD and %s have no commit in common in %s", upstream, r.name())
	}
	return commit{base, base[:min(len(base), 12)]}, nil
}

// upstream returns the branch that the current one is to be merged into: the base of
// a pull request of GitHub, then the upstream branch, then the main one.
func (r *repository) upstream(ctx context.Context) (string, error) {
	base := os.Getenv("GITHUB_BASE_REF")
	candidates := []string{"@{upstream}", "refs/remotes/origin/HEAD",
		"refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"}
	if base != "" {
		candidates = []string{"refs/remotes/origin/" + base}
	}
	name, _, err := r.resolve(ctx, candidates...)
	switch {
	case err != nil || name != "":
		return name, err
	case base != "":
		return "", fmt.Errorf("the repository %s has no commit of the base branch %q%s", r.name(), base, r.fetch(ctx, base))
	}
	return "", fmt.Errorf("the branch at hand follows no other, and the repository %s has no main or master; name what to compare with: %sREF%s", r.name(), gitPrefix, r.fetch(ctx, "main"))
}
