package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/schema"
)

const samples = "../../testdata/samples"

// run runs the command in the test's process; wantExit -1 allows both 0 and 1.
func run(t *testing.T, wantExit int, args ...string) string {
	t.Helper()
	var out, errOut bytes.Buffer
	if exit := cli.Main(append([]string{"iatilint"}, args...), strings.NewReader(""), &out, &errOut); exit != wantExit && (wantExit >= 0 || exit > 1) {
		t.Fatalf("%v: exit code %d, want %d\n%s%s", args, exit, wantExit, out.Bytes(), errOut.Bytes())
	}
	return out.String()
}

func TestJSONReportMatchesItsSchema(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	text, ok := schema.DocumentSchema("report")
	if !ok {
		t.Fatal("there is no schema of the report")
	}
	if err := compiler.AddResource("report.schema.json", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	document, err := compiler.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{samples},
		{"--profile", "un-women,strict", samples},
		{"--ignore", "file", samples},
		{"--select", "narrative,identifier", "--summary", "entries", samples},
	} {
		args = append([]string{"check", "--format", "json", "--fail-on", "never"}, args...)
		decoder := json.NewDecoder(strings.NewReader(run(t, 0, args...)))
		decoder.UseNumber()
		var doc any
		if err := decoder.Decode(&doc); err != nil {
			t.Fatal(err)
		}
		if err := document.Validate(doc); err != nil {
			t.Errorf("%v: %#v", args, err)
		}
	}
}

func TestReportGoldens(t *testing.T) {
	for _, c := range []struct {
		golden string
		args   []string
	}{
		{"samples.txt", []string{"--summary", "entries"}},
		{"samples.json", []string{"--format", "json"}},
	} {
		args := append([]string{"check", "--profile", "un-women", "--as-of", "2024-06-30"}, c.args...)
		got := run(t, 1, append(args, samples)...)
		path := filepath.Join("../../testdata/report", c.golden)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// TestFormatGoldens compares every other format on the samples and what they
// were before, in a folder that is the root of no repository.
func TestFormatGoldens(t *testing.T) {
	goldens, err := filepath.Abs("../../testdata/report")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, name := range []string{"activities.xml", "outcomes.txt"} {
		text := readFile(t, filepath.Join(samples, name))
		earlier := strings.Replace(text, " (OUTCOME TO BE DELECTED)", "", 1)
		for path, content := range map[string]string{name: text, filepath.Join("before", name): earlier} {
			path = filepath.Join(folder, path)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Chdir(folder)
	for _, format := range report.FormatNames() {
		if format == "text" || format == "json" {
			continue // TestReportGoldens
		}
		args := []string{"check", "--profile", "un-women", "--as-of", "2024-06-30", "--against", "before", "--format", format}
		if format == "sarif" { // holds the help on every rule that ran
			args = append(args, "--select", "marker,spelling,period/reversed,history/marker-added")
		}
		got := run(t, 1, append(args, "activities.xml", "outcomes.txt")...)
		path := filepath.Join(goldens, "samples."+format)
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

func TestOutputDoesNotDependOnWorkers(t *testing.T) {
	args := []string{"check", "--format", "json", "--profile", "un-women", "--as-of", "2024-06-30", samples, "--jobs"}
	want := run(t, 1, append(args, "1")...)
	for _, jobs := range []int{2, 16} {
		if got := run(t, 1, append(args, fmt.Sprint(jobs))...); got != want {
			t.Errorf("with %d workers the report differs:\n%s", jobs, cmp.Diff(want, got))
		}
	}
}
