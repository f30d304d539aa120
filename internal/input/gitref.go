package input

import (
	"context"
	"fmt"
	"os"
	"strings"
	"unicode"
)

// commit is a state of a repository, and how it is called.
type commit struct{ id, label string }

// spec is what stands behind "git:".
type spec struct {
	ref     string // "" = where the branch left its upstream
	path    string
	hasPath bool
}

// parseSpec takes REF and PATH apart, at the first colon outside of braces:
// main@{10:00} is a ref.
func parseSpec(s string) (spec, error) {
	depth, at := 0, -1
	for i, r := range s {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
		case r == ':' && depth == 0 && at < 0:
			at = i
		}
	}
	out := spec{ref: s}
	if at >= 0 {
		out = spec{ref: s[:at], path: s[at+1:], hasPath: true}
	}
	if strings.HasPrefix(out.ref, "-") || strings.ContainsFunc(out.ref, unicode.IsControl) {
		return spec{}, fmt.Errorf("--against %s%s: %q cannot be the name of a commit", gitPrefix, s, out.ref)
	}
	return out, nil
}

// plain tells that a ref is the name of a branch or tag, without the signs
// that lead to another commit.
func plain(ref string) bool { return !strings.ContainsAny(ref, "~^@{}") }

// commit finds the commit that a ref names: here, or among the branches last
// seen on origin, which is all that a checkout on a build machine has.
func (r *repository) commit(ctx context.Context, ref string) (commit, error) {
	candidates := []string{ref}
	if plain(ref) {
		candidates = append(candidates, "refs/remotes/origin/"+ref)
	}
	for _, candidate := range candidates {
		id, err := r.line(ctx, "rev-parse", "--verify", "--quiet", candidate+"^{commit}")
		if err == nil {
			return commit{id, ref}, nil
		}
		if ctx.Err() != nil {
			return commit{}, ctx.Err()
		}
	}
	return commit{}, fmt.Errorf("the repository %s has no commit %q%s", r.name(), ref, r.fetch(ctx, ref))
}

func (r *repository) name() string {
	if r.top != "" {
		return r.top
	}
	return "that git works on"
}

// fetch is how to get a ref that is missing; "" where there is nowhere to get
// it from.
func (r *repository) fetch(ctx context.Context, ref string) string {
	if remotes, err := r.run(ctx, "remote"); err != nil || strings.TrimSpace(remotes) == "" {
		return ""
	}
	name := strings.TrimPrefix(strings.TrimPrefix(ref, "refs/heads/"), "origin/")
	switch {
	case !plain(ref):
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

// mergeBase is the commit where the branch at hand left the one that it is to
// go into. An empty id says that the repository has no commit yet.
func (r *repository) mergeBase(ctx context.Context) (commit, error) {
	if _, err := r.line(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"); err != nil {
		return commit{}, ctx.Err()
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

// upstream names the branch that the one at hand is to go into: in a pull
// request of GitHub its base, then what the branch follows, then the main one.
func (r *repository) upstream(ctx context.Context) (string, error) {
	base := os.Getenv("GITHUB_BASE_REF")
	candidates := []string{"@{upstream}", "refs/remotes/origin/HEAD",
		"refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"}
	if base != "" {
		candidates = []string{"refs/remotes/origin/" + base}
	}
	for _, candidate := range candidates {
		name, err := r.line(ctx, "rev-parse", "--verify", "--quiet", candidate+"^{commit}")
		if err == nil && name != "" {
			return candidate, nil
		}
	}
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if base != "" {
		return "", fmt.Errorf("the repository %s has no commit of the base branch %q%s", r.name(), base, r.fetch(ctx, base))
	}
	return "", fmt.Errorf("the branch at hand follows no other, and the repository %s has no main or master; name what to compare with: %sREF%s", r.name(), gitPrefix, r.fetch(ctx, "main"))
}
