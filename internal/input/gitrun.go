package input

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// git is the git program in one repository. It only reads: no hook, filter,
// pager or monitor of the repository runs, and nothing is fetched.
type git struct {
	program string
	dir     string // where it runs; "" = here
	env     []string
}

// gitSettings override what a repository may have configured.
var gitSettings = [...]string{"-c", "core.fsmonitor=false", "-c", "core.untrackedCache=keep", "--no-pager", "--literal-pathspecs"}

// gitEnvironment keeps git from writing, asking, fetching and translating.
var gitEnvironment = [...]string{
	"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
	"LC_ALL=C", "LANGUAGE=",
}

// newGit finds the program.
func newGit() (git, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return git{}, fmt.Errorf("--against %s… needs the program git, which is not installed or not on the PATH: %w", gitPrefix, err)
	}
	return git{program: program, env: append(os.Environ(), gitEnvironment[:]...)}, nil
}

// in is git in another folder, whatever repository the environment names.
func (g git) in(dir string) git {
	g.dir = dir
	var env []string
	for _, variable := range g.env {
		name, _, _ := strings.Cut(variable, "=")
		switch name {
		case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
			"GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE":
		default:
			env = append(env, variable)
		}
	}
	g.env = env
	return g
}

func (g git) command(ctx context.Context, args ...string) *exec.Cmd {
	args = append(gitSettings[:len(gitSettings):len(gitSettings)], args...)
	cmd := exec.CommandContext(ctx, g.program, args...) //nolint:gosec // no shell, and no argument of the user's can be an option
	cmd.Dir, cmd.Env = g.dir, g.env
	return cmd
}

// run gives what git prints.
func (g git) run(ctx context.Context, args ...string) (string, error) {
	cmd := g.command(ctx, args...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", &gitError{args[0], said.String(), err}
	}
	return out.String(), nil
}

// line gives the one line that git prints, which may be a path with a line
// break in it.
func (g git) line(ctx context.Context, args ...string) (string, error) {
	out, err := g.run(ctx, args...)
	return strings.TrimSuffix(out, "\n"), err
}

// gitError is what git has to say about a command that failed.
type gitError struct {
	command, said string
	cause         error
}

func (e *gitError) Unwrap() error { return e.cause }

func (e *gitError) Error() string {
	if folder, ok := e.untrusted(); ok {
		return fmt.Sprintf("git does not trust the repository %s, which belongs to another user; if you do, run: git config --global --add safe.directory %s", folder, folder)
	}
	if e.partial() {
		return "this is a partial clone that lacks what is asked for; fetch it with: git fetch --refetch --no-filter origin"
	}
	for line := range strings.Lines(e.said) {
		if line, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); ok {
			return fmt.Sprintf("git %s: %s", e.command, line)
		}
	}
	if said := strings.TrimSpace(e.said); said != "" {
		return fmt.Sprintf("git %s: %s", e.command, said)
	}
	return fmt.Sprintf("git %s: %v", e.command, e.cause)
}

// untrusted finds the folder of a repository that belongs to somebody else.
func (e *gitError) untrusted() (string, bool) {
	if !strings.Contains(e.said, "dubious ownership") && !strings.Contains(e.said, "unsafe repository") {
		return "", false
	}
	_, rest, _ := strings.Cut(e.said, "'")
	folder, _, _ := strings.Cut(rest, "'")
	return folder, true
}

// partial tells that an object would have to be fetched first.
func (e *gitError) partial() bool { return strings.Contains(e.said, "promisor") }

// outside tells that there is no repository.
func (e *gitError) outside() bool { return strings.Contains(e.said, "not a git repository") }

// repository is a repository and the folder that its files are checked out in.
type repository struct {
	git
	top string // "" where nothing is checked out
}

// errNoRepository says that a folder belongs to none.
var errNoRepository = errors.New("not in a git repository")

// repositoryOf finds the repository that git works on.
func repositoryOf(ctx context.Context, g git) (*repository, error) {
	inside, err := g.line(ctx, "rev-parse", "--is-inside-work-tree")
	var failed *gitError
	switch {
	case errors.As(err, &failed) && failed.outside():
		return nil, errNoRepository
	case err != nil:
		return nil, err
	case inside != "true":
		return &repository{git: g}, nil
	}
	top, err := g.line(ctx, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	return &repository{git: g, top: realPath(filepath.FromSlash(top))}, nil
}

// realPath is a path without links, as far as it exists.
func realPath(name string) string {
	absolute, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	rest := ""
	for at := absolute; ; at = filepath.Dir(at) {
		if found, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(found, rest)
		}
		if at == filepath.Dir(at) {
			return absolute
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}
