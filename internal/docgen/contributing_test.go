package docgen_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// block is a piece of code in a document; file says where it goes, after which
// line, and a block without a file is commands.
var block = regexp.MustCompile("(?s)(?:<!-- file: ([^\n,]+)(?:, after: ([^\n]+))? -->\n)?```(\\w*)\n(.*?)```\n")

// TestCONTRIBUTING follows CONTRIBUTING.md to the letter in a copy of the tree:
// who does as it says has a rule in the end.
func TestCONTRIBUTING(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program in another folder")
	}
	tree := copyOfTree(t)
	steps := block.FindAllStringSubmatch(read(t, filepath.Join(tree, "CONTRIBUTING.md")), -1)
	var out string
	files, commands := 0, 0
	for _, step := range steps {
		file, after, language, code := step[1], step[2], step[3], step[4]
		path := filepath.Join(tree, filepath.FromSlash(file))
		switch {
		case after != "":
			old := read(t, path)
			at := strings.Index(old, after+"\n")
			if at < 0 {
				t.Fatalf("%s has no line %q", file, after)
			}
			at += len(after) + 1
			write(t, path, old[:at]+code+old[at:])
			files++
		case file != "":
			write(t, path, code)
			files++
		case language == "sh":
			for line := range strings.Lines(code) {
				out = command(t, tree, strings.Fields(line))
				commands++
			}
		}
	}
	if files != 3 || commands != 4 {
		t.Errorf("the document has %d files and %d commands", files, commands)
	}
	if !strings.Contains(out, "a text has an exclamation mark") {
		t.Errorf("the new rule is not explained: %s", out)
	}
	const want = `bad.txt:2:35: info: the title has an exclamation mark [narrative/exclamation]`
	if test := read(t, filepath.Join(tree, "testdata/rules/narrative/exclamation.txtar")); !strings.Contains(test, want) {
		t.Errorf("the test's file has no %q:\n%s", want, test)
	}
}

// copyOfTree copies what git knows of the repository.
func copyOfTree(t *testing.T) string {
	t.Helper()
	const root = "../.."
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = root
	names, err := list.Output()
	if err != nil {
		t.Skipf("not in a git repository: %v", err)
	}
	tree := t.TempDir()
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		text, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // removed, and not yet from git
		}
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(tree, name), string(text))
	}
	return tree
}

func command(t *testing.T, dir string, args []string) string {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	// What is built must not depend on the folder, or nothing is ever reused.
	cmd.Env = append(os.Environ(), "GOFLAGS=-trimpath")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out.String())
	}
	return out.String()
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
