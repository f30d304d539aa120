package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/schema"
)

const (
	diffOld = "../../testdata/diff/old.xml"
	diffNew = "../../testdata/diff/new.xml"
)

func TestDiffGoldens(t *testing.T) {
	for _, name := range report.ChangesFormatNames() {
		got := run(t, 1, "diff", "--format", name, diffOld, diffNew)
		path := filepath.Join("../../testdata/diff", "want."+name)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(readFile(t, path), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

func TestDiffDoesNotDependOnWorkers(t *testing.T) {
	args := []string{"diff", "--format", "json", diffOld, diffNew, "--jobs"}
	want := run(t, 1, append(args, "1")...)
	for _, jobs := range []string{"0", "2", "16"} {
		if got := run(t, 1, append(args, jobs)...); got != want {
			t.Errorf("with %s workers the changes differ:\n%s", jobs, cmp.Diff(want, got))
		}
	}
}

func TestDiffMatchesItsSchema(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	text, ok := schema.DocumentSchema("diff")
	if !ok {
		t.Fatal("there is no schema of the changes")
	}
	if err := compiler.AddResource("diff.schema.json", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("diff.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	const published = "../../../shared/data/real/cordaid/"
	for _, pair := range [][2]string{
		{diffOld, diffNew},
		{diffNew, diffOld},
		{diffOld, diffOld},
		{"../../testdata/earlier/outcomes.txt", samples + "/outcomes.txt"},
		{samples + "/activities.xml", diffNew},
		{published + "2021-05-26.xml", published + "2021-06-08.xml"},
	} {
		if _, err := os.Stat(pair[0]); err != nil {
			continue // published files are not part of the project
		}
		decoder := json.NewDecoder(strings.NewReader(run(t, -1, "diff", "--format", "json", pair[0], pair[1])))
		decoder.UseNumber()
		var doc any
		if err := decoder.Decode(&doc); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(doc); err != nil {
			t.Errorf("%v: %#v", pair, err)
		}
	}
}

// TestHostileDiff shows changes whose every part tries to act on what shows it.
func TestHostileDiff(t *testing.T) {
	folder := t.TempDir()
	before, after := filepath.Join(folder, "old\x1b[1m.txt"), filepath.Join(folder, "new\x1b[1m.txt")
	for name, text := range map[string]string{
		before: hostile,
		after:  strings.NewReplacer("boo", "hoo @octocat www.example.org https://x.example", "red", "[-red-] ~~blue~~ **x** <ins>").Replace(hostile),
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range report.ChangesFormatNames() {
		text := run(t, 1, "diff", "--format", name, before, after)
		if i := strings.IndexFunc(text, func(r rune) bool {
			return unicode.IsControl(r) && r != '\n' || r == '\u202e'
		}); i >= 0 {
			t.Errorf("%s: a control character of the data comes through at %d: %q", name, i, text[max(i-20, 0):i+1])
		}
		if !strings.Contains(text, "hoo") {
			t.Errorf("%s: the change is missing", name)
		}
		if err := cli.ReadBack(name, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name == "markdown" {
			for _, live := range []string{"@octocat", " www.", "https://", "<ins>", "<script>", "<b>"} {
				if found := regexp.MustCompile(`(^|[^\\])` + regexp.QuoteMeta(live)).FindString(text); found != "" {
					t.Errorf("markdown: mark-up of the data comes through: %q", found)
				}
			}
		}
	}
}

func TestMarkdownDiffFitsIntoAComment(t *testing.T) {
	folder := t.TempDir()
	old, current := filepath.Join(folder, "old.txt"), filepath.Join(folder, "new.txt")
	var b, a strings.Builder
	for i := range 900 {
		id := fmt.Sprintf("outcome XM-DAC-41146-KEN_D_%d.%d\n", i/9+1, i%9+1)
		b.WriteString(id + "Women have a say 😀 in county budgets\nOne was held in the ward.\n")
		a.WriteString(id + "Women have a say 😀 in county budgets\nTwo were held in the ward.\n")
	}
	for name, text := range map[string]string{old: b.String(), current: a.String()} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text := run(t, 1, "diff", "--format", "markdown", old, current)
	size := len(utf16.Encode([]rune(text)))
	if size > 65_536 || size < 60_000 {
		t.Errorf("%d characters; a comment takes 65,536", size)
	}
	shown := strings.Count(text, "\n### ")
	more := regexp.MustCompile(`\n(\d+) more entries have changes that do not fit`).FindStringSubmatch(text)
	if more == nil {
		t.Fatalf("nothing says that it was cut: %s", text[len(text)-200:])
	}
	var left int
	if err := json.Unmarshal([]byte(more[1]), &left); err != nil || shown+left != 900 {
		t.Errorf("%d shown and %d more, want 900 in all", shown, left)
	}
}

// The files are not part of the project.
func TestDiffOfPublishedPair(t *testing.T) {
	const folder = "../../../shared/data/real/unwomen/"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the published files are not here")
	}
	got := run(t, 1, "diff", folder+"2021-05-26.xml", folder+"2021-06-15.xml")
	if !strings.HasPrefix(got, "XM-DAC-41146-ALB_D_4.1 added ") || !strings.HasSuffix(got, "\n\n1 entry added, 12 as before\n") || strings.Count(got, "\n\n") != 1 {
		t.Errorf("one added entry and nothing else was expected:\n%s", got)
	}
	run(t, 0, "diff", folder+"2021-06-15.xml", folder+"2021-06-15.xml")
}
