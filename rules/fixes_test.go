package rules_test

import (
	"bytes"
	"context"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/iatilint/iatilint/internal/docgen"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TestFixesObeyTheLaw makes every fix that is offered of the rules' bad files,
// each alone: the file can still be read, the violation is gone, and where the
// fix is called safe no rule has more to say than before.
func TestFixesObeyTheLaw(t *testing.T) {
	safe := 0
	for _, r := range rules.All() {
		archive, err := txtar.ParseFile(filepath.Join(testdata, filepath.FromSlash(docgen.TestName(r))))
		if err != nil {
			t.Fatal(err)
		}
		test := newRuleTest(t, r, archive)
		for _, submission := range test.submissions {
			if strings.HasPrefix(submission[0].Name, "bad") {
				safe += holdToTheLaw(t, everyRule(test), r.ID, submission)
			}
		}
	}
	if safe < 10 {
		t.Errorf("only %d safe fixes were tried", safe)
	}
}

// mayBeSafe is the closed list of what may be done to a file unasked, and the rules
// that offer it.
var mayBeSafe = map[string]string{
	"file/mojibake":                                "text decoded twice, repaired whole",
	"file/unsupported-version":                     "blanks at edges",
	"identifier/invisible-or-forbidden-characters": "blanks at edges, invisible characters that carry nothing",
	"language/invalid-code":                        "codes in the wrong case",
	"narrative/hidden-characters":                  "invisible characters that carry nothing, punctuation of Windows-1252 repaired",
	"narrative/markup":                             "codes of characters resolved",
	"period/invalid-date":                          "blanks at edges",
	"schema/code-not-on-codelist":                  "codes in the wrong case",
	"spelling/misspelling":                         "one candidate, one small slip away, in a sentence surely of its language",
	"spelling/repeated-word":                       "a doubled word",
}

// everyRule is the configuration of a rule's test, with all other rules on.
func everyRule(test *ruleTest) engine.Config {
	config := test.config
	for _, r := range rules.All() {
		if r.ID != test.rule.ID {
			config.Rules = append(config.Rules, engine.Enabled{Rule: r, Options: r.Options})
		}
	}
	return config
}

// holdToTheLaw makes the fixes of one rule ("" = of all) and tells how many
// safe ones there were.
func holdToTheLaw(t *testing.T, config engine.Config, rule string, files []txtar.File) (safe int) {
	t.Helper()
	violations, before := lintFiles(t, config, files)
	for _, v := range violations {
		if rule != "" && v.Rule != rule {
			continue
		}
		for _, fix := range v.Fixes {
			if fix.Safe {
				safe++
				if mayBeSafe[v.Rule] == "" {
					t.Errorf("%s calls a fix (%s) safe, which is on no list", v.Rule, fix.Title)
				}
			}
			fixed := withEdits(t, files, fix.Edits)
			_, after := lintFiles(t, config, fixed)
			for _, broken := range brokenLaws(&v, fix, before, after) {
				t.Errorf("%s:%d:%d: %s: the fix (%s) %s\n%s", v.File, v.Span.Start.Line, v.Span.Start.Column, v.Rule, fix.Title, broken,
					txtar.Format(&txtar.Archive{Files: fixed}))
			}
		}
	}
	return safe
}

// found is what a run found: violations by rule, and how many entries it could read.
type found struct {
	rules   map[string]int
	entries int
}

func brokenLaws(v *finding.Finding, fix finding.Fix, before, after found) (broken []string) {
	if after.rules[v.Rule] >= before.rules[v.Rule] {
		broken = append(broken, "does not silence the violation")
	}
	if after.entries < before.entries {
		broken = append(broken, "loses an entry")
	}
	for _, rule := range slices.Sorted(maps.Keys(after.rules)) {
		unread := rule == "file/not-well-formed" || rule == "file/bad-encoding" || rule == "file/no-results"
		adds := fix.Safe && v.Rule != "file/unsupported-version" // without a version nothing else is found
		if after.rules[rule] > before.rules[rule] && (unread || adds) {
			broken = append(broken, "adds a violation of "+rule)
		}
	}
	return broken
}

func lintFiles(t *testing.T, config engine.Config, files []txtar.File) ([]finding.Finding, found) {
	t.Helper()
	var inputs []engine.Input
	for _, f := range files {
		inputs = append(inputs, engine.Input{Path: f.Name, Open: func() (schema.Reader, error) {
			return read.New(io.NopCloser(strings.NewReader(string(f.Data))), f.Name, read.Options{})
		}})
	}
	sum := found{rules: map[string]int{}}
	var violations []finding.Finding
	config.Deliver = func(_ int, v *finding.Finding) error {
		sum.rules[v.Rule]++
		violations = append(violations, *v)
		return nil
	}
	outcome, err := engine.Run(context.Background(), inputs, config)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range outcome.Problems {
		t.Errorf("could not finish: %v", problem)
	}
	for _, f := range outcome.Files {
		sum.entries += f.Entries
	}
	return violations, sum
}

// withEdits makes edits in UTF-8 files.
func withEdits(t *testing.T, files []txtar.File, edits []finding.Edit) []txtar.File {
	t.Helper()
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b finding.Edit) int { return int(b.Start - a.Start) })
	fixed := slices.Clone(files)
	for _, e := range edits {
		i := slices.IndexFunc(fixed, func(f txtar.File) bool { return f.Name == e.File })
		if i < 0 || e.Start < 0 || e.End < e.Start || e.End > int64(len(fixed[i].Data)) {
			t.Fatalf("the edit %+v is of no place in the files", e)
		}
		text := string(fixed[i].Data)
		fixed[i].Data = []byte(text[:e.Start] + e.Text + text[e.End:])
	}
	return fixed
}

// FuzzSafeFixes holds the safe fixes of any file to the law: one that is made
// silences its violation and leaves a file that can be read. That it adds no
// violation, in "<b&nbsp;>" say, is seen to when it is made: see internal/fix.
func FuzzSafeFixes(f *testing.F) {
	names, err := filepath.Glob(testdata + "/*/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasPrefix(file.Name, "bad") && len(file.Data) < 4<<10 {
				f.Add(filepath.Ext(file.Name), file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, ending string, data []byte) {
		if len(data) > 8<<10 || !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 || bytes.Contains(data, []byte("encoding")) {
			return
		}
		config := engine.Config{Env: &lint.Environment{AsOf: schema.Date{Year: 2024, Month: 6, Day: 30}}, Jobs: 1}
		for _, r := range rules.All() {
			config.Rules = append(config.Rules, engine.Enabled{Rule: r, Options: r.Options})
		}
		files := []txtar.File{{Name: "a" + ending, Data: data}}
		violations, before := lintFiles(t, config, files)
		for _, v := range violations {
			for _, fix := range v.Fixes {
				if !fix.Safe {
					continue
				}
				left, after := lintFiles(t, config, withEdits(t, files, fix.Edits))
				same := func(w finding.Finding) bool {
					return w.Rule == v.Rule && w.Message == v.Message && w.Span.Start == v.Span.Start
				}
				if slices.ContainsFunc(left, same) {
					t.Errorf("%s: the fix (%s) %+v does not silence its violation of %q", v.Rule, fix.Title, fix.Edits, data)
				}
				if v.Rule == "file/unsupported-version" {
					continue // nothing behind it had been read: what is wrong there was wrong before
				}
				if after.rules["file/not-well-formed"] > before.rules["file/not-well-formed"] || after.entries < before.entries {
					t.Errorf("%s: the fix (%s) %+v spoils the file %q", v.Rule, fix.Title, fix.Edits, data)
				}
			}
		}
	})
}
