package fix

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDiffIsAppliedByOthers gives diffs of random edits to git apply and to
// patch: both make of the old file what the edits make of it.
func TestDiffIsAppliedByOthers(t *testing.T) {
	tools := map[string][]string{
		"git":   {"git", "apply", "-p1", "--whitespace=nowarn", "a.diff"},
		"patch": {"patch", "-p1", "--binary", "-s", "-i", "a.diff"},
	}
	r := rand.New(rand.NewPCG(3, 4))
	for tool, command := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("%s is not here", tool)
			continue
		}
		for i := range 40 {
			text := randomText(r)
			edits := spread(r, randomEdits(r, len(text)), len(text))
			diffed(t, command, []string{"a.txt", "with space.txt", `qu"ote.txt`, "sub/é.txt"}[i%4], text, edits)
		}
	}
}

// randomText has short lines, long gaps, both kinds of line ends, bytes that
// are no UTF-8, and sometimes no line end at its end.
func randomText(r *rand.Rand) string {
	var b strings.Builder
	for i := range r.IntN(30) {
		b.WriteString(strings.Repeat(string(rune('a'+i%26)), r.IntN(3)))
		b.WriteString([]string{"\n", "\r\n", "\xe9\n", "\n\n"}[r.IntN(4)])
	}
	return b.String() + []string{"", "end"}[r.IntN(2)]
}

// spread moves edits apart, so that there are several hunks.
func spread(r *rand.Rand, edits []edit, size int) []edit {
	var out []edit
	shift := int64(0)
	for _, e := range edits {
		shift += int64(r.IntN(20))
		if e.end+shift > int64(size) {
			break
		}
		out = append(out, edit{e.start + shift, e.end + shift, e.text})
	}
	return out
}

func diffed(t *testing.T, command []string, name, text string, edits []edit) {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Stat(name, path)
	if err != nil {
		t.Fatal(err)
	}
	f.edits = edits
	var diff bytes.Buffer
	if err := f.Diff(&diff); err != nil {
		t.Fatal(err)
	}
	want := spliced(text, edits)
	if want == text || want == "" {
		return // nothing to apply; an emptied file is a deleted one to patch
	}
	if err := os.WriteFile(filepath.Join(folder, "a.diff"), diff.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "GIT_DIR=nowhere", "GIT_CEILING_DIRECTORIES="+folder)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v on %q with %v: %v\n%s\n%s", command, text, edits, err, out, diff.Bytes())
	}
	if got := content(t, path); got != want {
		t.Fatalf("%v makes %q of %q, want %q; the diff is\n%s", command, got, text, want, diff.Bytes())
	}
}

func TestDiff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	var text strings.Builder
	for i := range 20 {
		text.WriteString(strings.Repeat("x", i) + "\n")
	}
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Stat("./a.txt", path)
	if err != nil {
		t.Fatal(err)
	}
	f.edits = []edit{{1, 2, "y"}, {10, 15, ""}, {208, 208, "z"}}
	var diff bytes.Buffer
	if err := f.Diff(&diff); err != nil {
		t.Fatal(err)
	}
	const want = `--- a/a.txt
+++ b/a.txt
@@ -1,8 +1,7 @@
 
-x
+y
 xx
 xxx
-xxxx
 xxxxx
 xxxxxx
 xxxxxxx
@@ -17,4 +16,4 @@
 xxxxxxxxxxxxxxxx
 xxxxxxxxxxxxxxxxx
 xxxxxxxxxxxxxxxxxx
-xxxxxxxxxxxxxxxxxxx
+xxxxxxxxxxxxxxxxxxzx
`
	if diff.String() != want {
		t.Errorf("the diff is\n%s", diff.String())
	}
}
