package input

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// git is the git program in one folder. It only reads: no hook, filter, pager or
// monitor of the repository runs, and nothing is fetched.
type git struct {
	program string
	dir     string // where it runs; "" = the current folder
	env     []string
}

// gitSettings override what a repository may have configured.
var gitSettings = [...]string{"-c", "core.fsmonitor=false", "-c", "core.untrackedCache=keep", "--no-pager", "--literal-pathspecs"}

// gitEnvironment keeps git from writing, prompting, fetching and translating.
var gitEnvironment = [...]string{
	"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
	"LC_ALL=C", "LANGUAGE=",
}

// repositoryVariables make git work on another repository than the current folder's.
var repositoryVariables = [...]string{
	"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
}

// newGit finds the program.
func newGit() (git, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return git{}, fmt.Errorf("--against %s… needs the program git, which is not installed or not on the PATH: %w", gitPrefix, err)
	}
	return git{program: program, env: append(os.Environ(), gitEnvironment[:]...)}, nil
}

// in returns git for another folder, whatever repository the environment names.
func (g git) in(dir string) git {
	g.dir = dir
	g.env = slices.DeleteFunc(slices.Clone(g.env), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(repositoryVariables[:], name)
	})
	return g
}

func (g git) command(ctx context.Context, args ...string) *exec.Cmd {
	args = append(gitSettings[:len(gitSettings):len(gitSettings)], args...)
	cmd := exec.CommandContext(ctx, g.program, args...) //nolint:gosec // no shell, and no argument of the user's can be an option
	cmd.Dir, cmd.Env = g.dir, g.env
	return cmd
}

// run returns what git prints.
func (g git) run(ctx context.Context, args ...string) (string, error) {
	cmd := g.command(ctx, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", &gitError{args[0], stderr.String(), err}
	}
	return stdout.String(), nil
}

// line returns the one line that git prints, which may be a path with a line break in
// it.
func (g git) line(ctx context.Context, args ...string) (string, error) {
	out, err := g.run(ctx, args...)
	return strings.TrimSuffix(out, "\n"), err
}

// gitError is the failure of a git command.
type gitError struct {
	command, stderr string
	cause           error
}

func (e *gitError) Unwrap() error { return e.cause }

func (e *gitError) Error() string {
	if strings.Contains(e.stderr, "dubious ownership") || strings.Contains(e.stderr, "unsafe repository") {
		_, rest, _ := strings.Cut(e.stderr, "'")
		folder, _, _ := strings.Cut(rest, "'")
		return fmt.Sprintf("git does not trust the repository %s, which belongs to another user; if you do, run: git config --global --add safe.directory %s", folder, folder)
	}
	if strings.Contains(e.stderr, "promisor") { // the object would have to be fetched
		return "this is a partial clone that lacks what is asked for; fetch it with: git fetch --refetch --no-filter origin"
	}
	for line := range strings.Lines(e.stderr) {
		if line, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); ok {
			return fmt.Sprintf("git %s: %s", e.command, line)
		}
	}
	if message := strings.TrimSpace(e.stderr); message != "" {
		return fmt.Sprintf("git %s: %s", e.command, message)
	}
	return fmt.Sprintf("git %s: %v", e.command, e.cause)
}

// repository is a repository and the folder that its files are checked out in.
type repository struct {
	git
	top string // "" where nothing is checked out
}

// errNoRepository is the error of a folder that belongs to no repository.
var errNoRepository = errors.New("not in a git repository")

// repositoryOf returns the repository that git works on.
func repositoryOf(ctx context.Context, g git) (*repository, error) {
	inside, err := g.line(ctx, "rev-parse", "--is-inside-work-tree")
	var failed *gitError
	switch {
	case errors.As(err, &failed) && strings.Contains(failed.stderr, "not a git repository"):
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

// realPath returns a path without links, as far as it exists.
func realPath(name string) string {
	absolute, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	rest := ""
	for dir := absolute; ; dir = filepath.Dir(dir) {
		if found, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(found, rest)
		}
		if dir == filepath.Dir(dir) {
			return absolute
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}
