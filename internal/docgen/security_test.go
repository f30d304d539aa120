package docgen_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSECURITYNamesTests: every promise of SECURITY.md names tests, and those
// are there.
func TestSECURITYNamesTests(t *testing.T) {
	const root = "../.."
	_, list, _ := strings.Cut(read(t, filepath.Join(root, "SECURITY.md")), "## What is promised")
	promises := strings.Split(list, "\n- **")[1:]
	if len(promises) < 6 {
		t.Fatalf("only %d promises", len(promises))
	}
	named := regexp.MustCompile("`([\\w/]+)\\.((?:Test|Fuzz)\\w+)`")
	for _, promise := range promises {
		name, _, _ := strings.Cut(promise, "**")
		tests := named.FindAllStringSubmatch(promise, -1)
		if len(tests) == 0 {
			t.Errorf("%q names no test", name)
		}
		for _, test := range tests {
			if !declares(t, filepath.Join(root, test[1]), test[2]) {
				t.Errorf("%q names %s, which is not in %s", name, test[2], test[1])
			}
		}
	}
}

// declares tells whether a folder has a test of that name.
func declares(t *testing.T, folder, test string) bool {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), "_test.go") && strings.Contains(read(t, filepath.Join(folder, f.Name())), "\nfunc "+test+"(") {
			return true
		}
	}
	return false
}
