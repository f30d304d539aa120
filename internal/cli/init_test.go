package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
)

// TestInitShowsEverySetting holds the file that init writes to what can be set:
// with every # taken away it is right, and nothing is missing.
func TestInitShowsEverySetting(t *testing.T) {
	t.Chdir(t.TempDir())
	run(t, 0, "init")
	commented := readFile(t, settings.FileName)
	text := regexp.MustCompile(`(?m)^#([^ ]|  )`).ReplaceAllString(commented, "$1")
	filled, err := settings.Parse(settings.FileName, ".", []byte(text), settings.Known{Catalogue: rules.All()})
	if err != nil {
		t.Fatalf("the file that init writes can't be read when it is filled in:\n%v", err)
	}
	usual, err := settings.Parse(settings.FileName, ".", nil, settings.Known{})
	if err != nil {
		t.Fatal(err)
	}
	if filled.Limits != usual.Limits || filled.FailOn != usual.FailOn || filled.Show != usual.Show {
		t.Errorf("the file that init writes shows %+v, %s and %s as usual, not %+v, %s and %s", filled.Limits, filled.FailOn, filled.Show, usual.Limits, usual.FailOn, usual.Show)
	}
	var keys map[string]any
	if err := yaml.Unmarshal([]byte(text), &keys); err != nil {
		t.Fatal(err)
	}
	for _, key := range settings.Keys() {
		if _, ok := keys[key]; !ok {
			t.Errorf("the file that init writes does not show %q", key)
		}
	}
}

// TestDocumentedConfigs reads every configuration that the README gives, and
// holds its snippets to those that init writes.
func TestDocumentedConfigs(t *testing.T) {
	readme := readFile(t, filepath.FromSlash("../../README.md"))
	t.Chdir(t.TempDir())
	run(t, 0, "init", "--pre-commit", "--github")
	found := 0
	for _, block := range strings.Split(readme, "```yaml\n")[1:] {
		block, _, _ := strings.Cut(block, "```")
		name := strings.TrimPrefix(strings.TrimSpace(block[:strings.Index(block, "\n")]), "# ")
		found++
		if name == settings.FileName {
			if _, err := settings.Parse(name, ".", []byte(block), settings.Known{Catalogue: rules.All()}); err != nil {
				t.Errorf("the README's configuration can't be read:\n%v", err)
			}
			continue
		}
		written, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Errorf("the README shows %s, which init does not write: %v", name, err)
		} else if string(written) != block {
			t.Errorf("the README shows another %s than init writes:\n%s", name, written)
		}
	}
	if found < 3 {
		t.Errorf("%d examples in the README, want a configuration, a hook and a workflow", found)
	}
}
