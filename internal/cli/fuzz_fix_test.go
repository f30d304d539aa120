package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/cli"
)

// FuzzFix: of no rule there is more to say after check --fix, all together there
// is less where something was written, and a second --fix writes nothing.
func FuzzFix(f *testing.F) {
	cli.EachBadFile(f, func(name string, content []byte) { f.Add(filepath.Ext(name), content) })
	f.Fuzz(func(t *testing.T, ending string, content []byte) {
		switch ending {
		case ".xml", ".txt", ".json", ".yaml", ".csv":
		default:
			return
		}
		if len(content) > 8<<10 {
			return
		}
		path := filepath.Join(t.TempDir(), "a"+ending)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		before := foundByRule(t, path)
		iatilint(t, "check", "--no-config", "--as-of", "2024-06-30", "--quiet", "--fix", path)
		fixed, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(fixed, content) {
			return
		}
		after := foundByRule(t, path)
		total := 0
		for rule, n := range before {
			total += n - after[rule]
		}
		for rule, n := range after {
			if n > before[rule] && before["file/unsupported-version"] == 0 { // without a version nothing else is found
				t.Errorf("--fix adds %d of %s to %q: %q", n-before[rule], rule, content, fixed)
			}
		}
		if total <= 0 {
			t.Errorf("--fix wrote, and silenced nothing in %q: %q", content, fixed)
		}
		iatilint(t, "check", "--no-config", "--as-of", "2024-06-30", "--quiet", "--fix", path)
		if again, err := os.ReadFile(path); err != nil || !bytes.Equal(again, fixed) {
			t.Errorf("a second --fix writes again, of %q: %q, then %q (%v)", content, fixed, again, err)
		}
	})
}

// foundByRule counts what a check of a file finds.
func foundByRule(t *testing.T, path string) map[string]int {
	t.Helper()
	counts := map[string]int{}
	for line := range strings.Lines(iatilint(t, "check", "--no-config", "--as-of", "2024-06-30", "--format", "jsonl", path)) {
		var v struct{ Rule string }
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		counts[v.Rule]++
	}
	return counts
}

// iatilint runs the command, which may find what it likes but must not fail.
func iatilint(t *testing.T, args ...string) string {
	t.Helper()
	var out, errOut bytes.Buffer
	if exit := cli.Main(append([]string{"iatilint"}, args...), strings.NewReader(""), &out, &errOut); exit > 1 {
		t.Fatalf("%v: exit code %d: %s", args, exit, errOut.Bytes())
	}
	return out.String()
}
