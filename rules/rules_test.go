package rules_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"go.yaml.in/yaml/v3"

	"github.com/iatilint/iatilint/internal/config"
	"github.com/iatilint/iatilint/internal/docgen"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

var update = flag.Bool("update", false, "rewrite the wanted output of the rules' tests")

const testdata = "../testdata/rules"

func TestCatalogue(t *testing.T) {
	if err := lint.Validate(rules.All()); err != nil {
		t.Fatal(err)
	}
	for _, r := range rules.All() {
		file := path.Join(r.Family(), strings.ReplaceAll(r.Name(), "-", "_")+".go")
		if _, err := os.Stat(file); err != nil {
			t.Errorf("rule %s is not in the file of its name: %v", r.ID, err)
		}
		if found, ok := rules.ByID(r.ID); !ok || found.ID != r.ID {
			t.Errorf("ByID does not find %s", r.ID)
		}
	}
}

func TestNoTestWithoutRule(t *testing.T) {
	known := map[string]bool{}
	for _, r := range rules.All() {
		known[docgen.TestName(r)] = true
	}
	files, err := filepath.Glob(testdata + "/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, err := filepath.Rel(testdata, f)
		if err != nil {
			t.Fatal(err)
		}
		if !known[filepath.ToSlash(name)] {
			t.Errorf("%s tests no rule", f)
		}
	}
}

// TestRules runs every rule on its own test: bad files are reported as wanted,
// good ones not at all. A folder of files is one submission.
func TestRules(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.ID, func(t *testing.T) { testRule(t, r) })
	}
}

func testRule(t *testing.T, r *lint.Rule) {
	file := filepath.Join(testdata, filepath.FromSlash(docgen.TestName(r)))
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(archive.Comment)) == "" {
		t.Error("the test does not begin with a word on what it shows")
	}
	test := newRuleTest(t, r, archive)
	var got strings.Builder
	bad, good := 0, 0
	for _, submission := range test.submissions {
		lines := test.run(t, submission)
		switch {
		case strings.HasPrefix(submission[0].Name, "good"):
			good++
			for _, line := range lines {
				t.Errorf("reported of a good file: %s", line)
			}
		case len(lines) == 0:
			t.Errorf("%s: nothing is reported of a bad file", submission[0].Name)
		default:
			bad++
			got.WriteString(strings.Join(lines, ""))
		}
	}
	if bad == 0 || good == 0 {
		t.Errorf("%d bad and %d good files; the test needs both", bad, good)
	}
	if diff := cmp.Diff(test.want, got.String()); diff != "" && !*update {
		t.Errorf("reported otherwise than wanted (-want +got):\n%s", diff)
	}
	if *update {
		test.rewrite(t, file, archive, got.String())
	}
}

// ruleTest is the test of one rule.
type ruleTest struct {
	rule        *lint.Rule
	submissions [][]txtar.File
	config      engine.Config
	want        string
}

func newRuleTest(t *testing.T, r *lint.Rule, archive *txtar.Archive) *ruleTest {
	t.Helper()
	test := &ruleTest{rule: r}
	settings := map[string]string{"as-of": "2024-06-30"}
	folders := map[string]int{}
	for _, f := range archive.Files {
		folder, _, inFolder := strings.Cut(f.Name, "/")
		switch {
		case f.Name == "want":
			test.want = string(f.Data)
		case f.Name == "settings":
			for line := range strings.Lines(string(f.Data)) {
				name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
				settings[name] = value
			}
		case !strings.HasPrefix(f.Name, "bad") && !strings.HasPrefix(f.Name, "good"):
			t.Errorf("%s: files are named bad…, good…, settings or want", f.Name)
		case inFolder && folders[folder] > 0:
			i := folders[folder] - 1
			test.submissions[i] = append(test.submissions[i], f)
		default:
			test.submissions = append(test.submissions, []txtar.File{f})
			folders[folder] = len(test.submissions)
		}
	}
	test.configure(t, settings)
	return test
}

func (test *ruleTest) configure(t *testing.T, settings map[string]string) {
	t.Helper()
	profiles, err := config.FindProfiles(strings.Fields(settings["profile"]))
	if err != nil {
		t.Fatal(err)
	}
	asOf, ok := schema.ParseDate(settings["as-of"])
	if !ok {
		t.Fatalf("as-of %q is no date", settings["as-of"])
	}
	selection := config.Selection{Select: []string{test.rule.ID}}
	test.config.Rules, err = selection.Enable(rules.All(), profiles)
	if err != nil {
		t.Fatal(err)
	}
	if options := settings["options"]; options != "" {
		test.config.Rules[0].Options = configured(t, test.rule, options)
	}
	test.config.Env = config.Environment(profiles)
	test.config.Env.AsOf = asOf
	test.config.Env.Language = settings["language"]
	test.config.Env.Vocabulary = strings.Fields(settings["vocabulary"])
	test.config.Env.Expected = strings.Fields(settings["expected"])
	test.config.Jobs = 2
}

// configured is a copy of a rule's options with some of them set, written as
// a YAML mapping: {words: 3}.
func configured(t *testing.T, r *lint.Rule, settings string) any {
	t.Helper()
	options := reflect.New(reflect.TypeOf(r.Options).Elem())
	options.Elem().Set(reflect.ValueOf(r.Options).Elem())
	decoder := yaml.NewDecoder(strings.NewReader(settings))
	decoder.KnownFields(true)
	if err := decoder.Decode(options.Interface()); err != nil {
		t.Fatalf("could not set the options %s: %v", settings, err)
	}
	return options.Interface()
}

// run gives what the rule reports of a submission, a line each.
func (test *ruleTest) run(t *testing.T, files []txtar.File) []string {
	t.Helper()
	var inputs []engine.Input
	content := map[string]string{}
	for _, f := range files {
		content[f.Name] = string(f.Data)
		inputs = append(inputs, engine.Input{Path: f.Name, Open: func() (engine.Reader, error) {
			return read.New(io.NopCloser(strings.NewReader(string(f.Data))), f.Name, read.Options{})
		}})
	}
	found := spool.New()
	defer found.Close()
	test.config.Deliver = found.Add
	outcome, err := engine.Run(context.Background(), inputs, test.config)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range outcome.Problems {
		t.Errorf("could not finish: %v", problem)
	}
	var lines []string
	for i := range found.Len() {
		v, err := found.At(i)
		if err != nil {
			t.Fatal(err)
		}
		checkPlace(t, v, content)
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s: %s [%s]\n",
			v.File, v.Span.Start.Line, v.Span.Start.Column, v.Severity, v.Message, v.Rule))
	}
	return lines
}

// checkPlace holds every violation to the laws of its place: inside the file,
// on the borders of characters, line and column agreeing with the offset.
func checkPlace(t *testing.T, v *lint.Violation, content map[string]string) {
	t.Helper()
	spans := map[string][]schema.Span{v.File: {v.Span}}
	for _, r := range v.Related {
		spans[r.File] = append(spans[r.File], r.Span)
	}
	for file, list := range spans {
		text := content[file]
		for _, s := range list {
			start, end := int(s.Start.Offset), int(s.End.Offset)
			if start > end || end > len(text) {
				t.Errorf("%s: place %d to %d is outside the %d bytes of %s", v.Rule, start, end, len(text), file)
				continue
			}
			for _, p := range []schema.Position{s.Start, s.End} {
				before := text[:p.Offset]
				line := strings.Count(before, "\n") + 1
				column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
				if p.Line != line || p.Column != column {
					t.Errorf("%s: offset %d is %d:%d, reported as %d:%d", v.Rule, p.Offset, line, column, p.Line, p.Column)
				}
				if int(p.Offset) < len(text) && !utf8.RuneStart(text[p.Offset]) {
					t.Errorf("%s: offset %d is inside a character", v.Rule, p.Offset)
				}
			}
		}
	}
}

// rewrite puts what is reported into the test as what is wanted.
func (test *ruleTest) rewrite(t *testing.T, file string, archive *txtar.Archive, got string) {
	t.Helper()
	found := false
	for i := range archive.Files {
		if archive.Files[i].Name == "want" {
			archive.Files[i].Data = []byte(got)
			found = true
		}
	}
	if !found {
		archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(got)})
	}
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
