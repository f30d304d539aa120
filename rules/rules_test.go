package rules_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"go.yaml.in/yaml/v3"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/docgen"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/settings"
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
	before      map[string][]txtar.File // by the name of the submission's file or folder
	aliases     map[string]string
	config      engine.Config
	want        string
}

func newRuleTest(t *testing.T, r *lint.Rule, archive *txtar.Archive) *ruleTest {
	t.Helper()
	test := &ruleTest{rule: r, before: map[string][]txtar.File{}}
	header := map[string]string{"as-of": "2024-06-30"}
	folders := map[string]int{}
	for _, f := range archive.Files {
		folder, _, inFolder := strings.Cut(f.Name, "/")
		switch {
		case f.Name == "want":
			test.want = string(f.Data)
		case f.Name == "settings":
			for line := range strings.Lines(string(f.Data)) {
				name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
				header[name] = value
			}
		case strings.HasPrefix(f.Name, docgen.Before):
			name := submissionOf(strings.TrimPrefix(f.Name, docgen.Before))
			test.before[name] = append(test.before[name], f)
		case !strings.HasPrefix(f.Name, "bad") && !strings.HasPrefix(f.Name, "good"):
			t.Errorf("%s: files are named bad…, good…, before/…, settings or want", f.Name)
		case inFolder && folders[folder] > 0:
			i := folders[folder] - 1
			test.submissions[i] = append(test.submissions[i], f)
		default:
			test.submissions = append(test.submissions, []txtar.File{f})
			folders[folder] = len(test.submissions)
		}
	}
	test.configure(t, header)
	for name := range test.before {
		if !slices.ContainsFunc(test.submissions, func(s []txtar.File) bool { return submissionOf(s[0].Name) == name }) {
			t.Errorf("%s%s is the earlier self of nothing", docgen.Before, name)
		}
	}
	return test
}

// submissionOf is the folder that a file belongs to, or the file itself.
func submissionOf(name string) string {
	folder, _, _ := strings.Cut(name, "/")
	return folder
}

func (test *ruleTest) configure(t *testing.T, header map[string]string) {
	t.Helper()
	flags := settings.Flags{
		"no-config": {"true"}, "profile": strings.Fields(header["profile"]), "as-of": {header["as-of"]},
		"select": append(strings.Fields(header["with"]), test.rule.ID),
	}
	plan, err := settings.Resolve(flags, settings.Environment{}, settings.Known{Catalogue: rules.All()})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range plan.Enabled {
		test.config.Rules = append(test.config.Rules, engine.Enabled(r))
	}
	if options := header["options"]; options != "" {
		i := slices.IndexFunc(test.config.Rules, func(e engine.Enabled) bool { return e.Rule == test.rule })
		test.config.Rules[i].Options = configured(t, test.rule, options)
	}
	if test.config.Env, err = plan.Environment(); err != nil {
		t.Fatal(err)
	}
	test.config.Env.Language = header["language"]
	test.config.Env.Organisation = header["organisation"]
	if start, end, ok := strings.Cut(header["plan"], " to "); ok {
		test.config.Env.Plan.Start, _ = schema.ParseDate(start)
		test.config.Env.Plan.End, _ = schema.ParseDate(end)
	}
	test.config.Env.Vocabulary = strings.Fields(header["vocabulary"])
	test.config.Env.Expected = strings.Fields(header["expected"])
	test.config.Names = settings.Names(rules.All())
	test.config.Jobs = 2
	test.aliases = map[string]string{}
	for _, alias := range strings.Fields(header["aliases"]) {
		now, before, _ := strings.Cut(alias, "=")
		test.aliases[now] = before
	}
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
	books := booksOf(files)
	for _, f := range files {
		content[f.Name] = string(f.Data)
		_, _, inFolder := strings.Cut(f.Name, "/")
		inputs = append(inputs, engine.Input{Path: f.Name, Open: func() (schema.Reader, error) {
			if books.Joined(f.Name) != nil {
				return books.Open(f.Name)
			}
			return read.New(io.NopCloser(strings.NewReader(string(f.Data))), f.Name, read.Options{Found: inFolder && !read.HasKnownEnding(f.Name)})
		}})
	}
	config := test.config
	if before := test.before[submissionOf(files[0].Name)]; before != nil {
		comparison := test.compare(t, before, files)
		defer func() {
			if err := comparison.Close(); err != nil {
				t.Error(err)
			}
		}()
		config.Earlier = comparison
		for _, f := range before {
			content[f.Name] = string(f.Data)
		}
	}
	found := spool.New()
	defer found.Close()
	config.Deliver = found.Add
	facts := spool.NewFacts(1) // nothing stays in memory
	defer facts.Close()
	config.NewLog = facts.NewLog
	outcome, err := engine.Run(context.Background(), inputs, config)
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
		if v.Rule != test.rule.ID {
			continue // of a rule that runs with it
		}
		if test.rule.Family() == "history" {
			checkChange(t, v)
		}
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s: %s [%s]\n",
			v.File, v.Span.Start.Line, v.Span.Start.Column, v.Severity, v.Message, v.Rule))
	}
	return lines
}

// booksOf finds the tables of a submission that hold its entries together.
func booksOf(files []txtar.File) *read.Books {
	var sources []read.Source
	for _, f := range files {
		sources = append(sources, read.Source{Path: f.Name, Open: func() (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(f.Data)), nil
		}})
	}
	return read.FindBooks(context.Background(), sources, read.Options{})
}

// compare makes the comparison of a submission with its earlier self, which
// lies on disk, to be read again from there.
func (test *ruleTest) compare(t *testing.T, before, now []txtar.File) *compare.Comparison {
	t.Helper()
	folder := t.TempDir()
	input := func(i int, f txtar.File) compare.Input {
		local := filepath.Join(folder, strconv.Itoa(i))
		if err := os.WriteFile(local, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		return compare.Input{
			Path: f.Name, Local: local, Current: strings.TrimPrefix(f.Name, docgen.Before),
			Open: func() (schema.Reader, error) {
				return read.New(io.NopCloser(bytes.NewReader(f.Data)), f.Name, read.Options{})
			},
		}
	}
	var earlier, current []compare.Input
	for i, f := range before {
		earlier = append(earlier, input(i, f))
	}
	for i, f := range now {
		current = append(current, input(len(before)+i, f))
	}
	comparison, err := compare.Submissions(context.Background(), earlier, current, test.aliases, 2)
	if err != nil {
		t.Fatal(err)
	}
	return comparison
}

// checkChange holds every history violation to what all of them carry: the
// earlier place, and what became of what.
func checkChange(t *testing.T, v *finding.Finding) {
	t.Helper()
	earlier := slices.ContainsFunc(v.Related, func(r finding.Related) bool { return strings.HasPrefix(r.File, docgen.Before) })
	if !earlier {
		t.Errorf("%q does not say where it was earlier", v.Message)
	}
	if v.Change == nil {
		t.Errorf("%q does not say what became of what", v.Message)
	}
}

// checkPlace holds every violation to the laws of its place: inside the file,
// on the borders of characters, line and column agreeing with the offset.
func checkPlace(t *testing.T, v *finding.Finding, content map[string]string) {
	t.Helper()
	spans := map[string][]schema.Span{v.File: {v.Span}}
	for _, r := range v.Related {
		spans[r.File] = append(spans[r.File], r.Span)
	}
	for file, list := range spans {
		text := content[file]
		for _, s := range list {
			if s == (schema.Span{}) {
				continue // the file as a whole
			}
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

// Every kind of fault that a reader may find has exactly one rule.
func TestFaultKinds(t *testing.T) {
	reported := map[schema.FaultKind][]string{}
	for _, r := range rules.All() {
		for _, kind := range r.Check.Faults {
			reported[kind] = append(reported[kind], r.ID)
		}
	}
	for kind := range schema.FaultKind(schema.FaultKinds) {
		if len(reported[kind]) != 1 {
			t.Errorf("faults of kind %d are reported by %q, want one rule", kind, reported[kind])
		}
	}
	if len(reported) != schema.FaultKinds {
		t.Errorf("rules name %d kinds, there are %d", len(reported), schema.FaultKinds)
	}
}
