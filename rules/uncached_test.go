package rules_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/iatilint/iatilint/internal/docgen"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// With every cache off, and nothing skipped for what a cheaper look says, all rules
// find the same in the files of the tests, and in real ones of up to a megabyte
// where they are at hand.
func TestCachesChangeNothing(t *testing.T) {
	files := filesOfRules(t)
	for _, pattern := range []string{"../testdata/samples/*", "../testdata/diff/*.xml", "../testdata/earlier/*.xml"} {
		files = append(files, filesOf(t, pattern)...)
	}
	if !testing.Short() {
		files = append(files, filesOf(t, "../../shared/data/real/*/*")...)
	}
	with, without := foundIn(t, files, false), foundIn(t, files, true)
	if len(with) < 1000 {
		t.Errorf("only %d violations found", len(with))
	}
	if diff := cmp.Diff(with, without); diff != "" {
		t.Errorf("with caches (-) something else is found than without (+):\n%s", diff)
	}
}

// Neither do rules that compare with an earlier submission.
func TestCachesChangeNoComparison(t *testing.T) {
	for _, r := range rules.All() {
		if len(r.Check.Pairs) == 0 {
			continue
		}
		archive, err := txtar.ParseFile(filepath.Join(testdata, filepath.FromSlash(docgen.TestName(r))))
		if err != nil {
			t.Fatal(err)
		}
		with, without := newRuleTest(t, r, archive), newRuleTest(t, r, archive)
		without.config.Env.Uncached = true
		for i, submission := range with.submissions {
			if diff := cmp.Diff(with.run(t, submission), without.run(t, without.submissions[i])); diff != "" {
				t.Errorf("%s: with caches (-) something else is found than without (+):\n%s", r.ID, diff)
			}
		}
	}
}

// filesOfRules returns the files that the tests of all rules check.
func filesOfRules(t *testing.T) (files []txtar.File) {
	t.Helper()
	for _, r := range rules.All() {
		name := docgen.TestName(r)
		archive, err := txtar.ParseFile(filepath.Join(testdata, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if filepath.Ext(f.Name) != "" {
				files = append(files, txtar.File{Name: name + "/" + f.Name, Data: f.Data})
			}
		}
	}
	return files
}

func filesOf(t *testing.T, pattern string) (files []txtar.File) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) <= 1<<20 {
			files = append(files, txtar.File{Name: path, Data: data})
		}
	}
	return files
}

// foundIn checks files as one submission with all rules.
func foundIn(t *testing.T, files []txtar.File, uncached bool) (found []string) {
	t.Helper()
	config := engine.Config{Env: &lint.Environment{AsOf: schema.Date{Year: 2026, Month: 11, Day: 29}, Uncached: uncached}, Jobs: 1}
	for _, r := range rules.All() {
		config.Rules = append(config.Rules, engine.Enabled{Rule: r, Severity: r.Severity, Options: r.Options})
	}
	config.Deliver = func(_ int, f *finding.Finding) error {
		text, err := json.Marshal(f)
		found = append(found, string(text)+f.Hint+f.Snippet.Text)
		return err
	}
	var inputs []engine.Input
	for _, f := range files {
		inputs = append(inputs, engine.Input{Path: f.Name, Open: func() (schema.Reader, error) {
			return read.New(io.NopCloser(bytes.NewReader(f.Data)), f.Name, read.Options{})
		}})
	}
	outcome, err := engine.Run(context.Background(), inputs, config)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range outcome.Problems {
		t.Error(problem)
	}
	return found
}
