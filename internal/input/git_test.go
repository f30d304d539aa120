package input_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/read"
)

// sandbox is a folder for repositories, with git as it comes.
type sandbox struct {
	t   *testing.T
	dir string
}

func newSandbox(t *testing.T) *sandbox {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "GIT") {
			t.Setenv(name, "") // restores it
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": dir,
		"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
		"GIT_CEILING_DIRECTORIES": dir, "TMPDIR": mkdir(t, dir, "tmp"),
	} {
		t.Setenv(name, value)
	}
	return &sandbox{t, dir}
}

func mkdir(t *testing.T, steps ...string) string {
	t.Helper()
	dir := filepath.Join(steps...)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (s *sandbox) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// git runs git in a folder of the sandbox: git("repo", "commit -q -m x").
func (s *sandbox) git(dir, command string, more ...string) string {
	s.t.Helper()
	args := append([]string{"-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main", "-c", "gc.auto=0", "-c", "maintenance.auto=false"}, strings.Fields(command)...)
	cmd := exec.Command("git", append(args, more...)...)
	cmd.Dir = s.path(dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		s.t.Fatalf("git %s: %v\n%s", command, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (s *sandbox) write(name, content string) {
	s.t.Helper()
	write(s.t, s.path(name), content)
}

func write(t *testing.T, name, content string) {
	t.Helper()
	mkdir(t, filepath.Dir(name))
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// commit commits all that is in a repository.
func (s *sandbox) commit(repo, message string) {
	s.t.Helper()
	s.git(repo, "add -A")
	s.git(repo, "commit -q -m", message)
}

// submission is a text with one entry, which is about something.
func submission(about string) string {
	return "outcome A_1.1\n" + about + "\nIn 12 counties, 340 women sit on budget committees.\n"
}

// start makes a repository with two commits on main: reports/a.txt says one in
// the first, two in the second.
func (s *sandbox) start(repo string) {
	s.t.Helper()
	mkdir(s.t, s.path(repo))
	s.git(repo, "init -q")
	s.write(repo+"/reports/a.txt", submission("one"))
	s.commit(repo, "first")
	s.git(repo, "tag v1")
	s.write(repo+"/reports/a.txt", submission("two"))
	s.commit(repo, "second")
}

// entries opens a source and lists what its entries are about:
// "main:a.txt (a.txt): one".
func entries(t *testing.T, src string, current ...string) ([]string, string) {
	t.Helper()
	source, err := input.OpenEarlier(context.Background(), src, current, read.Options{})
	if err != nil {
		return nil, "error: " + err.Error()
	}
	defer func() {
		if err := source.Close(); err != nil {
			t.Error(err)
		}
		if left, err := os.ReadDir(os.TempDir()); err == nil && len(left) > 0 && strings.HasSuffix(os.TempDir(), "tmp") && os.TempDir() != "/tmp" {
			t.Errorf("left behind: %v", left)
		}
	}()
	var list []string
	for _, input := range source.Inputs {
		if _, err := os.Stat(input.Local); err != nil {
			t.Errorf("%s can't be read again: %v", input.Path, err)
		}
		r, err := input.Open()
		if err != nil {
			t.Fatal(err)
		}
		var about []string
		for {
			job, err := r.Next()
			if err != nil {
				break
			}
			if e := job(); e.Statement() != nil {
				about = append(about, e.Statement().Value)
			}
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		list = append(list, input.Path+" ("+input.Current+"): "+strings.Join(about, " "))
	}
	return list, source.Note
}

func want(t *testing.T, src string, current []string, wanted ...string) {
	t.Helper()
	got, note := entries(t, src, current...)
	if note != "" {
		got = append(got, note)
	}
	if diff := cmp.Diff(wanted, got); diff != "" {
		t.Errorf("%s for %q (-want +got):\n%s", src, current, diff)
	}
}

func wantError(t *testing.T, src string, current []string, parts ...string) {
	t.Helper()
	source, err := input.OpenEarlier(context.Background(), src, current, read.Options{})
	if err == nil {
		t.Errorf("%s: no error, %d inputs, note %q", src, len(source.Inputs), source.Note)
		_ = source.Close()
		return
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%s: error %q does not say %q", src, err, part)
		}
	}
}

func TestGitRefs(t *testing.T) {
	s := newSandbox(t)
	s.start("repo")
	s.git("repo", "tag -a v1a v1 -m annotated")
	t.Chdir(s.path("repo"))
	a := []string{"reports/a.txt"}
	want(t, "git:HEAD~1", a, "HEAD~1:reports/a.txt (reports/a.txt): one")
	want(t, "git:v1", a, "v1:reports/a.txt (reports/a.txt): one")
	want(t, "git:v1a", a, "v1a:reports/a.txt (reports/a.txt): one")
	want(t, "git:main", []string{"reports"}, "main:reports/a.txt (reports/a.txt): two")
	want(t, "git:v1", []string{"."}, "v1:reports/a.txt (reports/a.txt): one")
	want(t, "git:v1", []string{"./reports/a.txt"}, "v1:reports/a.txt (./reports/a.txt): one")
	want(t, "git:HEAD@{0}", a, "HEAD@{0}:reports/a.txt (reports/a.txt): two")
	want(t, "git:v1:reports/a.txt", []string{"other.txt"}, "v1:reports/a.txt (other.txt): one")
	want(t, "git:v1:reports", []string{"somewhere/a.txt"}, "v1:reports/a.txt (somewhere/a.txt): one")
	want(t, "git:v1:", []string{"reports"}, "v1:reports/a.txt (reports/a.txt): one")
	want(t, "git:v1", []string{"new.txt"}, "there is no earlier submission to compare with: git:v1 has no file for new.txt")
	want(t, "git:v1:gone.txt", a, "there is no earlier submission to compare with: git:v1:gone.txt has no file for reports/a.txt")
	wantError(t, "git:nothing", a, `has no commit "nothing"`)
	for _, ref := range []string{"--output=/tmp/x", "-x", "--all", "a\nb", "-"} {
		wantError(t, "git:"+ref, a, "cannot be the name of a commit")
		wantError(t, "git:"+ref+":reports/a.txt", a, "cannot be the name of a commit")
	}

	t.Chdir(s.path("repo/reports"))
	want(t, "git:v1", []string{"a.txt"}, "v1:reports/a.txt (a.txt): one")
	want(t, "git:v1:./a.txt", []string{"a.txt"}, "v1:reports/a.txt (a.txt): one")
	want(t, "git:v1", []string{".."}, "v1:reports/a.txt (../reports/a.txt): one")

	t.Chdir(s.dir)
	want(t, "git:v1", []string{"repo/reports"}, "v1:reports/a.txt (repo/reports/a.txt): one")
	wantError(t, "git:v1", []string{"nowhere/a.txt"}, "nowhere/a.txt is in no git repository", "git:REF:PATH")
}

func TestGitMergeBase(t *testing.T) {
	s := newSandbox(t)
	s.start("repo")
	t.Chdir(s.path("repo"))
	a := []string{"reports/a.txt"}
	base := s.git("repo", "rev-parse main")[:12]
	s.git("repo", "checkout -q -b topic")
	s.write("repo/reports/a.txt", submission("three"))
	s.commit("repo", "third")
	s.git("repo", "checkout -q main")
	s.write("repo/reports/a.txt", submission("four"))
	s.commit("repo", "fourth")
	s.git("repo", "checkout -q topic")
	want(t, "git:", a, base+":reports/a.txt (reports/a.txt): two")
	s.git("repo", "checkout -q --detach")
	want(t, "git:", a, base+":reports/a.txt (reports/a.txt): two")

	// after main has been merged into the branch, the base is main
	s.git("repo", "checkout -q topic")
	s.git("repo", "merge -q -X ours main -m merge")
	want(t, "git:", a, s.git("repo", "rev-parse main")[:12]+":reports/a.txt (reports/a.txt): four")

	// what the branch follows comes first
	s.git("repo", "branch -q old v1")
	s.git("repo", "branch -q --set-upstream-to=old")
	want(t, "git:", a, s.git("repo", "rev-parse v1")[:12]+":reports/a.txt (reports/a.txt): one")

	// the base of a pull request before all
	s.git("", "clone -q repo clone")
	t.Chdir(s.path("clone"))
	t.Setenv("GITHUB_BASE_REF", "main")
	want(t, "git:", a, s.git("repo", "rev-parse main")[:12]+":reports/a.txt (reports/a.txt): four")
	t.Setenv("GITHUB_BASE_REF", "release")
	wantError(t, "git:", a, `base branch "release"`, "git fetch --depth=1 origin +release:refs/remotes/origin/release")
}

func TestGitWithoutCommits(t *testing.T) {
	s := newSandbox(t)
	mkdir(t, s.path("repo"))
	s.git("repo", "init -q")
	t.Chdir(s.path("repo"))
	s.write("repo/a.txt", submission("one"))
	want(t, "git:", []string{"a.txt"}, "there is no earlier submission to compare with: the repository "+s.path("repo")+" has no commit yet")
	wantError(t, "git:HEAD", []string{"a.txt"}, `has no commit "HEAD"`)
}

func TestGitRename(t *testing.T) {
	s := newSandbox(t)
	s.start("repo")
	s.write("repo/other/b.txt", submission("other"))
	s.commit("repo", "third")
	s.git("repo", "mv reports/a.txt reports/z.txt")
	s.git("repo", "mv other/b.txt reports/b.txt")
	t.Chdir(s.path("repo"))
	for range 2 {
		want(t, "git:main", []string{"reports/z.txt"}, "main:reports/a.txt (reports/z.txt): two")
		want(t, "git:main", []string{"reports"},
			"main:other/b.txt (reports/b.txt): other", "main:reports/a.txt (reports/z.txt): two")
		s.git("repo", "checkout -q -B topic")
		s.git("repo", "commit -q --allow-empty -m renamed")
	}
}

func TestGitOddNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such names")
	}
	s := newSandbox(t)
	mkdir(t, s.path("repo"))
	s.git("repo", "init -q")
	names := []string{":colon.txt", "[a].txt", "line\nbreak.txt", `quote".txt`, "ré sum é.txt", "with space/*.txt"}
	for _, name := range names {
		s.write("repo/"+name, submission("x"))
	}
	s.write("repo/.hidden/a.txt", submission("hidden"))
	s.write("repo/readme.md", "nothing of interest\n")
	s.write("repo/data.bin", submission("binary"))
	if err := os.Symlink("readme.md", s.path("repo/link.txt")); err != nil {
		t.Fatal(err)
	}
	s.commit("repo", "all")
	t.Chdir(s.path("repo"))
	var wanted []string
	for _, name := range names {
		want(t, "git:HEAD", []string{name}, "HEAD:"+name+" ("+name+"): x")
		wanted = append(wanted, "HEAD:"+name+" ("+name+"): x")
	}
	want(t, "git:HEAD", []string{"."}, wanted...)
}

func TestGitShallowClone(t *testing.T) {
	s := newSandbox(t)
	s.start("repo")
	s.git("repo", "checkout -q -b topic")
	s.write("repo/reports/a.txt", submission("three"))
	s.commit("repo", "third")
	first := s.git("repo", "rev-parse v1")
	s.git("repo", "checkout -q main")
	s.git("", "clone -q --depth=1 --branch topic", "file://"+filepath.ToSlash(s.path("repo")), "clone")
	t.Chdir(s.path("clone"))
	a := []string{"reports/a.txt"}
	want(t, "git:HEAD", a, "HEAD:reports/a.txt (reports/a.txt): three")
	wantError(t, "git:HEAD~1", a, "shallow", "git fetch --unshallow")
	wantError(t, "git:main", a, `has no commit "main"`, "git fetch --depth=1 origin +main:refs/remotes/origin/main")
	wantError(t, "git:origin/main", a, "git fetch --depth=1 origin +main:refs/remotes/origin/main")
	wantError(t, "git:"+first, a, "git fetch --depth=1 origin "+first)

	// the commands that are recommended help
	s.git("clone", "fetch -q --depth=1 origin +main:refs/remotes/origin/main")
	want(t, "git:main", a, "main:reports/a.txt (reports/a.txt): two")
	want(t, "git:origin/main", a, "origin/main:reports/a.txt (reports/a.txt): two")
	s.git("clone", "checkout -q --detach")
	wantError(t, "git:", a, "shallow", "git fetch --unshallow")
	s.git("clone", "fetch -q --unshallow origin")
	want(t, "git:", a, s.git("repo", "rev-parse main")[:12]+":reports/a.txt (reports/a.txt): two")
	want(t, "git:"+first, a, first+":reports/a.txt (reports/a.txt): one")
}

func TestGitWorktreeAndBare(t *testing.T) {
	s := newSandbox(t)
	s.start("repo")
	s.git("repo", "worktree add -q ../tree -b topic")
	t.Chdir(s.path("tree"))
	want(t, "git:v1", []string{"reports"}, "v1:reports/a.txt (reports/a.txt): one")
	t.Chdir(s.dir)
	want(t, "git:v1", []string{"tree/reports/a.txt"}, "v1:reports/a.txt (tree/reports/a.txt): one")

	s.git("", "clone -q --bare repo bare.git")
	s.write("export/reports/a.txt", submission("five"))
	t.Chdir(s.path("bare.git"))
	want(t, "git:v1:reports/a.txt", []string{s.path("export/reports/a.txt")}, "v1:reports/a.txt ("+filepath.ToSlash(s.path("export/reports/a.txt"))+"): one")
	want(t, "git:v1:reports", []string{"../export/reports"}, "v1:reports/a.txt (../export/reports/a.txt): one")
	wantError(t, "git:v1", []string{"../export/reports/a.txt"}, "is in no git repository")

	// as in a hook of the bare repository, the environment names it
	t.Chdir(s.path("export"))
	t.Setenv("GIT_DIR", filepath.Join("..", "bare.git"))
	want(t, "git:v1", []string{"reports"}, "v1:reports/a.txt (reports/a.txt): one")
	want(t, "git:v1", []string{"reports/a.txt"}, "v1:reports/a.txt (reports/a.txt): one")
}

func TestGitSubmodule(t *testing.T) {
	s := newSandbox(t)
	s.start("sub")
	mkdir(t, s.path("repo"))
	s.git("repo", "init -q")
	s.write("repo/b.txt", submission("b"))
	s.git("repo", "submodule --quiet add", s.path("sub"), "data/sub")
	s.git("repo/data/sub", "checkout -q v1")
	s.commit("repo", "first")
	s.git("repo/data/sub", "checkout -q main")
	s.commit("repo", "second")

	t.Chdir(s.path("repo"))
	in := []string{"data/sub/reports/a.txt"}
	want(t, "git:HEAD~1", in, "HEAD~1:data/sub/reports/a.txt (data/sub/reports/a.txt): one")
	want(t, "git:HEAD", in, "HEAD:data/sub/reports/a.txt (data/sub/reports/a.txt): two")
	want(t, "git:HEAD~1", []string{"."}, "HEAD~1:b.txt (b.txt): b", "HEAD~1:data/sub/reports/a.txt (data/sub/reports/a.txt): one")
	want(t, "git:HEAD~1:data", []string{"data"}, "HEAD~1:data/sub/reports/a.txt (data/sub/reports/a.txt): one")

	// from within, its own branches are meant
	t.Chdir(s.path("repo/data/sub"))
	want(t, "git:v1", []string{"reports"}, "v1:reports/a.txt (reports/a.txt): one")

	// a commit that the submodule lacks, and a submodule that is not there
	s.git("", "-c protocol.file.allow=always clone -q repo clone")
	t.Chdir(s.path("clone"))
	wantError(t, "git:HEAD~1", in, "the submodule data/sub is not checked out", "git submodule update --init")
	want(t, "git:HEAD~1", []string{"."}, "HEAD~1:b.txt (b.txt): b")
	s.git("clone", "submodule --quiet update --init --depth=1")
	commit := s.git("sub", "rev-parse v1")
	if _, err := exec.Command("git", "-C", s.path("clone/data/sub"), "cat-file", "-e", commit).Output(); err != nil {
		wantError(t, "git:HEAD~1", in, "the submodule data/sub has no commit "+commit, "fetch --depth=1 origin "+commit)
	}
}

func TestGitNotInstalled(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	wantError(t, "git:main", []string{"a.txt"}, "needs the program git")
}

// TestGitRunsNothing has a repository that would like to run programs.
func TestGitRunsNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the traps are shell commands")
	}
	s := newSandbox(t)
	s.start("repo")
	trap := s.path("trap")
	touch := "touch " + trap + "; cat"
	for name, value := range map[string]string{
		"filter.evil.clean": touch, "filter.evil.smudge": touch, "filter.evil.process": touch,
		"diff.evil.textconv": touch, "diff.evil.command": touch, "diff.external": touch,
		"core.fsmonitor": touch, "core.pager": touch, "core.sshCommand": touch, "core.editor": touch,
		"core.hooksPath": s.path("hooks"), "pager.ls-tree": "true", "alias.ls-tree": "!" + touch,
	} {
		s.git("repo", "config", name, value)
	}
	s.write("repo/.git/info/attributes", "* filter=evil diff=evil\n")
	write(t, s.path("hooks/post-index-change"), "#!/bin/sh\n"+touch+"\n")
	if err := os.Chmod(s.path("hooks/post-index-change"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(s.path("repo"))
	if err := os.Rename("reports/a.txt", "reports/z.txt"); err != nil {
		t.Fatal(err)
	}
	want(t, "git:v1", []string{"reports"}, "v1:reports/a.txt (reports/a.txt): one")
	got, note := entries(t, "git:v1", "reports/z.txt")
	if len(got) > 0 || note == "" {
		t.Errorf("a move that git was not told of is found: %q", got)
	}
	if _, err := os.Stat(trap); err == nil {
		t.Error("the repository could run a program")
	}
}

// TestGitPartialClone must not fetch: what is missing is an error.
func TestGitPartialClone(t *testing.T) {
	s := newSandbox(t)
	s.start("repo")
	s.git("repo", "config uploadpack.allowFilter true")
	s.git("", "clone -q --filter=blob:none", "file://"+filepath.ToSlash(s.path("repo")), "clone")
	t.Chdir(s.path("clone"))
	want(t, "git:HEAD", []string{"reports"}, "HEAD:reports/a.txt (reports/a.txt): two")
	before := s.git("clone", "count-objects -v")
	wantError(t, "git:v1", []string{"reports"}, "partial clone", "git fetch --refetch --no-filter origin")
	if after := s.git("clone", "count-objects -v"); after != before {
		t.Errorf("objects were fetched:\n%s\n%s", before, after)
	}
	s.git("clone", "fetch -q --refetch --no-filter origin")
	want(t, "git:v1", []string{"reports"}, "v1:reports/a.txt (reports/a.txt): one")
}

func TestGitPointerOfLFS(t *testing.T) {
	s := newSandbox(t)
	mkdir(t, s.path("repo"))
	s.git("repo", "init -q")
	s.write("repo/a.xml", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
	s.commit("repo", "pointer")
	t.Chdir(s.path("repo"))
	wantError(t, "git:HEAD", []string{"a.xml"}, "Git LFS", "git show HEAD:a.xml | git lfs smudge")
}

// TestGitContent compares what is read with what was committed, for contents
// that a careless reader of git's protocol mistakes, and one of some size.
func TestGitContent(t *testing.T) {
	s := newSandbox(t)
	mkdir(t, s.path("repo"))
	s.git("repo", "init -q")
	contents := map[string]string{
		"a.txt": "", "b.txt": "\n", "c.txt": "outcome A\r\nB\r\n", "d.txt": "x\x00y\n\n", "e.txt": "no end",
		"f.xml": strings.Repeat("<!-- a line of no interest -->\n", 400_000),
	}
	var current []string
	for name, content := range contents {
		s.write("repo/"+name, content)
		current = append(current, name)
	}
	s.commit("repo", "all")
	t.Chdir(s.path("repo"))
	source, err := input.OpenEarlier(context.Background(), "git:HEAD", current, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, input := range source.Inputs {
		got, err := os.ReadFile(input.Local)
		if err != nil || !bytes.Equal(got, []byte(contents[input.Current])) {
			t.Errorf("%s: %d bytes, want %d; %v", input.Path, len(got), len(contents[input.Current]), err)
		}
		info, err := os.Stat(filepath.Dir(input.Local))
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
			t.Errorf("the folder is not private: %v, %v", info.Mode(), err)
		}
	}
	if len(source.Inputs) != len(contents) {
		t.Errorf("%d files, want %d", len(source.Inputs), len(contents))
	}
	if err := source.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(source.Inputs[0].Local); err == nil {
		t.Error("the copies are still there")
	}
}

func TestGitOfAnotherUser(t *testing.T) {
	s := newSandbox(t)
	s.start("repo")
	t.Chdir(s.path("repo"))
	t.Setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1") // git's own switch for such tests
	wantError(t, "git:main", []string{"reports"}, "belongs to another user", "git config --global --add safe.directory "+s.path("repo"))
}
