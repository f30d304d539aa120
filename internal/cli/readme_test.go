package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	pictureStart = "<!-- what `iatilint check --profile un-women --show warning testdata/samples/outcomes.txt` prints -->\n```\n"
	pictureEnd   = "```\n"
)

// TestREADMECommands runs every command that the README gives in a shell
// block. Paths are those of the repository.
func TestREADMECommands(t *testing.T) {
	t.Chdir("../..")
	readme := readFile(t, "README.md")
	commands := 0
	for _, block := range strings.Split(readme, "```sh\n")[1:] {
		block, _, _ := strings.Cut(block, "```")
		for line := range strings.Lines(block) {
			fields := strings.Fields(line)
			switch {
			case len(fields) == 0:
				continue
			case strings.HasPrefix(line, "go test ./..."): // this very run
			case strings.HasPrefix(line, "go run ./cmd/iatilint "):
				run(t, -1, fields[3:]...)
			case fields[0] == "iatilint":
				run(t, -1, inTemporaryFolder(t, fields[1:])...)
			default:
				t.Errorf("the README has a command that no test runs: %s", line)
			}
			commands++
		}
	}
	if commands < 6 {
		t.Errorf("only %d commands found in the README", commands)
	}
}

// inTemporaryFolder keeps the reports that a command writes out of the
// repository.
func inTemporaryFolder(t *testing.T, args []string) []string {
	t.Helper()
	folder := t.TempDir()
	for i, arg := range args {
		if name, file, ok := strings.Cut(arg, "="); ok && i > 0 && args[i-1] == "--format" {
			args[i] = name + "=" + filepath.Join(folder, file)
		}
		if i > 0 && args[i-1] == "--accepted" {
			args[i] = filepath.Join(folder, arg)
		}
	}
	return args
}

// TestREADMEPicture holds the README's picture to what the program prints.
func TestREADMEPicture(t *testing.T) {
	t.Chdir("../..")
	readme := readFile(t, "README.md")
	before, rest, ok := strings.Cut(readme, pictureStart)
	old, after, ok2 := strings.Cut(rest, pictureEnd)
	if !ok || !ok2 {
		t.Fatal("the README has no picture")
	}
	got := run(t, 1, "check", "--profile", "un-women", "--show", "warning", filepath.FromSlash("testdata/samples/outcomes.txt"))
	if *update {
		if err := os.WriteFile("README.md", []byte(before+pictureStart+got+pictureEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(old, got); diff != "" {
		t.Errorf("the README's picture is stale; run go test ./internal/cli -update (-README +program):\n%s", diff)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
