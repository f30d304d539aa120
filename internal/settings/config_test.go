package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/rules/narrative"
	"github.com/iatilint/iatilint/schema"
)

const everything = `profile: [un-women, strict]
rules:
  narrative: warning
  narrative/too-short: {severity: info, min: 40}
  spelling/misspelling: off
include: reports/**
exclude: ["*.bak.xml", drafts/]
identifier:
  pattern: '[A-Z]+-[0-9]+'
  example: ABC-1
  units: [SP, MYM]
  framework: SP
expected: [ABC-1, ABC-2]
plan: {start: 2022-01-01, end: 2025-12-31}
organisation: {ref: XM-DAC-41146}
language: FR
vocabulary:
  words: [Sendai]
aliases:
  ABC-2: ABC-1
approved:
  - rule: narrative/too-short
    entry: ABC-1
    reason: agreed
    until: 2026-12-31
ignore:
  - rule: [identifier/gap, evidence]
    path: old/**
    reason: old numbering
against: git:main
fail-on: never
show: warning
columns: {Outcome code: iati-identifier}
limits: {violations: 100, per-entry: 50, nodes-per-entry: 9, keys-per-group: 8, ignores-per-entry: 7, faults-per-entry: 6, jobs: 2}
accepted: accepted.json
overrides:
  - paths: [french/**]
    language: fr
    rules: {narrative/too-short: {min: 20}}
`

func known() Known {
	return Known{Catalogue: rules.All(), Formats: []string{"text", "json"}, Tables: []string{"files"}}
}

func parsed(t testing.TB, text string) *Plan {
	t.Helper()
	c, err := Parse("c.yaml", filepath.FromSlash("/project"), []byte(text), known())
	if err != nil {
		t.Fatal(err)
	}
	if err := configSchema(t).Validate(c.root.plain()); err != nil {
		t.Errorf("what is read does not hold to the schema: %#v", err)
	}
	return c
}

func TestParse(t *testing.T) {
	c := parsed(t, everything)
	if len(c.Profiles) != 2 || c.Profiles[1].Name != "strict" {
		t.Errorf("profiles %+v", c.Profiles)
	}
	if !c.Identifier.Pattern.MatchString("ABC-1") || c.Identifier.Pattern.MatchString("ABC-1x") || c.Identifier.Framework != "SP" || len(c.Identifier.Units) != 2 {
		t.Errorf("identifier %+v", c.Identifier)
	}
	if c.Period.End != (schema.Date{Year: 2025, Month: 12, Day: 31}) || c.Reporter.Ref != "XM-DAC-41146" || c.Language != "fr" {
		t.Errorf("plan %v, organisation %v, language %q", c.Period, c.Reporter, c.Language)
	}
	if c.Aliases["ABC-2"] != "ABC-1" || c.Columns["Outcome code"] != "iati-identifier" || c.Against != "git:main" {
		t.Errorf("aliases %v, columns %v, against %q", c.Aliases, c.Columns, c.Against)
	}
	if c.FailOn != "never" || c.Show != "warning" || c.Limits != (Limits{100, 50, 9, 8, 7, 6, 2}) {
		t.Errorf("fail-on %q, show %q, limits %v", c.FailOn, c.Show, c.Limits)
	}
	if got := filepath.ToSlash(string(c.Accepted)); got != "/project/accepted.json" {
		t.Errorf("accepted %q", got)
	}
	if got := c.Expected.Identifiers; len(got) != 2 || got[1] != "ABC-2" {
		t.Errorf("expected %q", got)
	}
	if a := c.Approved[0]; a.Entry != "ABC-1" || a.at.String() != "c.yaml:22" || len(c.Ignore[0].Rule) != 2 {
		t.Errorf("approved %+v at %s, ignored %+v", a, a.at, c.Ignore)
	}
}

func TestEmptyFilesSayNothing(t *testing.T) {
	for _, text := range []string{"", "# only a comment\n", "---\n", "rules:\nprofile:\nplan:\n  start:\n"} {
		if diff := cmp.Diff(planned(t, "", nil).Effective(), parsed(t, text).Effective()); diff != "" {
			t.Errorf("%q gives %s", text, diff)
		}
	}
}

func TestRules(t *testing.T) {
	c := parsed(t, everything)
	found := 0
	french := c.For("/project/french/a.txt")
	if french == nil || french.Language != "fr" || c.For("/project/english/a.txt") != nil {
		t.Fatalf("the override gives %+v", french)
	}
	for i, e := range c.Enabled {
		switch e.Rule.ID {
		case "spelling/misspelling":
			t.Error("a rule that is off runs")
		case "narrative/too-short":
			found++
			least := func(options any) int { return options.(*narrative.TooShortOptions).Min }
			if e.Severity != lint.Info || least(e.Options) != 40 || least(french.Rules[i].Options) != 20 {
				t.Errorf("severity %v, options %v, in French files %v", e.Severity, e.Options, french.Rules[i].Options)
			}
			if least(e.Rule.Options) != 80 {
				t.Error("the rule's own options were changed")
			}
		case "narrative/empty":
			found++
			if e.Severity != lint.Warning {
				t.Errorf("the family's level is lost: %v", e.Severity)
			}
		}
	}
	if found != 2 {
		t.Errorf("%d of 2 rules run", found)
	}
}

func TestFlagsWinOverRules(t *testing.T) {
	const text = "rules: {narrative/too-short: error, identifier/gap: off}\noverrides: [{paths: a.txt, rules: {narrative/too-short: info}}]\n"
	for _, s := range []struct {
		flags    Flags
		id       string
		severity lint.Severity
		off      bool
	}{
		{nil, "narrative/too-short", lint.Error, false},
		{Flags{"severity": {"narrative=warning"}}, "narrative/too-short", lint.Warning, false},
		{Flags{"severity": {"narrative/too-short=info,narrative=warning"}}, "narrative/too-short", lint.Info, false},
		{Flags{"ignore": {"narrative"}}, "narrative/too-short", 0, true},
		{nil, "identifier/gap", 0, true},
		{Flags{"select": {"identifier"}}, "identifier/gap", 0, true},
		{Flags{"select": {"identifier/gap"}}, "identifier/gap", 0, false},
	} {
		off := true
		for _, e := range planned(t, text, s.flags).Enabled {
			if e.Rule.ID == s.id {
				off = false
				if e.Severity != s.severity {
					t.Errorf("%v: %s is %v, want %v", s.flags, s.id, e.Severity, s.severity)
				}
			}
		}
		if off != s.off {
			t.Errorf("%v: %s is off: %v, want %v", s.flags, s.id, off, s.off)
		}
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unknown key", "fial-on: error\n", `c.yaml:1:1: there is no setting "fial-on"; did you mean "fail-on"?
  1 | fial-on: error
    | ^^^^^^^`},
		{"unknown key inside", "plan:\n  strat: 2022-01-01\n", `c.yaml:2:3: there is no setting "strat" in plan; did you mean "start"?
  2 |   strat: 2022-01-01
    |   ^^^^^`},
		{"key twice", "show: info\nshow: error\n", `c.yaml:2:1: "show" stands twice; the first one is in line 1
  2 | show: error
    | ^^^^`},
		{"bad word", "show: \"eror\"\n", `c.yaml:1:7: show cannot be "eror"; did you mean "error"?
  1 | show: "eror"
    |       ^^^^^^`},
		{"unknown rule", "rules:\n  narrative/to-short: off\n", `c.yaml:2:3: there is no rule or family "narrative/to-short"; did you mean "narrative/too-short"?
  2 |   narrative/to-short: off
    |   ^^^^^^^^^^^^^^^^^^`},
		{"bad level", "rules: {narrative/too-short: warn}\n", `c.yaml:1:30: narrative/too-short cannot be "warn"; there is error, warning, info, on and off
  1 | rules: {narrative/too-short: warn}
    |                              ^^^^`},
		{"unknown option", "rules: {narrative/too-short: {mni: 3}}\n", `c.yaml:1:31: narrative/too-short has no option "mni"; did you mean "min"?
  1 | rules: {narrative/too-short: {mni: 3}}
    |                               ^^^`},
		{"option of a family", "rules: {narrative: {min: 3}}\n", `c.yaml:1:21: narrative has no option "min"; there is severity
  1 | rules: {narrative: {min: 3}}
    |                     ^^^`},
		{"bad option", "rules: {narrative/too-short: {min: many}}\n", `c.yaml:1:36: min cannot be "many"; write a whole number, as in 80
  1 | rules: {narrative/too-short: {min: many}}
    |                                    ^^^^`},
		{"more than may be", "limits: {nodes-per-entry: 10000001}\n", `c.yaml:1:27: nodes-per-entry cannot be "10000001"; 10000000 is the most that it may be
  1 | limits: {nodes-per-entry: 10000001}
    |                           ^^^^^^^^`},
		{"bad date", "plan: {end: 31.12.2025}\n", `c.yaml:1:13: end cannot be "31.12.2025"; write a day as 2026-11-23
  1 | plan: {end: 31.12.2025}
    |             ^^^^^^^^^^`},
		{"dates the wrong way round", "plan: {start: 2025-01-01, end: 2022-01-01}\n", `c.yaml:1:32: the plan period ends on 2022-01-01, before it starts on 2025-01-01
  1 | plan: {start: 2025-01-01, end: 2022-01-01}
    |                                ^^^^^^^^^^`},
		{"bad pattern", "identifier: {pattern: \"[A\"}\n", `c.yaml:1:23: pattern is no regular expression: missing closing ]: ` + "`[A`" + `
  1 | identifier: {pattern: "[A"}
    |                       ^^^^`},
		{"a list for a value", "show: [error]\n", `c.yaml:1:7: show is to be a single value, not a list
  1 | show: [error]
    |       ^`},
		{"a value for a group", "plan: 2022\n", `c.yaml:1:7: plan is to be a group of keys, not a single value
  1 | plan: 2022
    |       ^^^^`},
		{"a list for the file", "- show\n", `c.yaml:1:1: the file is to be a group of keys, not a list
  1 | - show
    | ^`},
		{"a rule is needed", "ignore:\n  - entry: A\n", `c.yaml:2:5: ignore has no "rule", which it needs
  2 |   - entry: A
    |     ^`},
		{"unknown profile", "profile: unwomen\n", `c.yaml:1:10: there is no profile "unwomen"; did you mean "un-women"?
  1 | profile: unwomen
    |          ^^^^^^^`},
		{"bad language", "language: french\n", `c.yaml:1:11: language cannot be "french"; write its two-letter code, as in en or fr
  1 | language: french
    |           ^^^^^^`},
		{"bad glob", "exclude: 'a[/b'\n", `c.yaml:1:10: exclude cannot be "a[/b"; write a path, with * for any characters and ** for any folders
  1 | exclude: 'a[/b'
    |          ^^^^^^`},
		{"two documents", "show: info\n---\nshow: error\n", `c.yaml:2:1: a second document begins here; the file is to have one
  2 | ---
    | ^`},
		{"no YAML", "show: info\n  rules: {\n", `c.yaml:2:3: this is no YAML: mapping values are not allowed in this context
  2 |   rules: {
    |   ^`},
		{"no UTF-8", "show: info\nlanguage: \xff\n", `c.yaml:2:1: the line is not written in UTF-8; save the file as UTF-8
  2 | language: ` + "\uFFFD" + `
    | ^`},
		{"control characters", "\"sh\\u001bow\": info\n", `c.yaml:1:1: there is no setting "sh\x1bow"; did you mean "show"?
  1 | "sh\u001bow": info
    | ^^^^^^^`},
		{"a long line", "# x\n{show: info, language: " + strings.Repeat("é", 300) + "}\n", `c.yaml:2:24: language cannot be "` + strings.Repeat("é", 300) + `"; write its two-letter code, as in en or fr
  2 | {show: info, language: ` + strings.Repeat("é", 97) + `
    |                        ` + strings.Repeat("^", 97)},
	} {
		_, err := Parse("c.yaml", ".", []byte(c.text), known())
		if err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		if diff := cmp.Diff(c.want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestManyMistakesAreToldOfAtOnce(t *testing.T) {
	_, err := Parse("c.yaml", ".", []byte(strings.Repeat("x", 3)+": 1\nshow: x\nfail-on: y\n"), known())
	if err == nil || strings.Count(err.Error(), "c.yaml:") != 3 {
		t.Errorf("three mistakes, told of: %v", err)
	}
	var text strings.Builder
	for i := range 30 {
		text.WriteString(strings.Repeat("x", i+1) + ": 1\n")
	}
	if _, err = Parse("c.yaml", ".", []byte(text.String()), known()); !strings.HasSuffix(err.Error(), "… and 20 more") {
		t.Errorf("thirty mistakes are told of as\n%v", err)
	}
}

func TestAliasesDoNotGrow(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 'b'; i < 'k'; i++ {
		last := string(i - 1)
		bomb += string(i) + ": &" + string(i) + " [" + strings.Repeat("*"+last+", ", 9) + "*" + last + "]\n"
	}
	for name, text := range map[string]string{"bomb": bomb, "cycle": "a: &a [*a]\n", "deep": strings.Repeat("[", 2000) + strings.Repeat("]", 2000)} {
		if _, err := Parse("c.yaml", ".", []byte(text), known()); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// loaded returns the plan of a settings file without flags.
func loaded(name string) (*Plan, error) {
	return Resolve(Flags{"config": {name}}, Environment{}, known())
}

func TestExtends(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	write("shared/base.yaml", "show: error\nfail-on: warning\nexclude: [old/**]\nvocabulary: {words: Sendai, files: words.txt}\nrules: {narrative: info, identifier/gap: off}\n")
	c, err := loaded(write("project/.iatilint.yaml", "extends: ../shared/base.yaml\nshow: info\nexclude: [new/**]\nvocabulary: {words: [Kibera]}\nrules: {narrative: error}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if c.Show != "info" || c.FailOn != "warning" || strings.Join(c.Vocabulary.Words, " ") != "Sendai Kibera" {
		t.Errorf("show %q, fail-on %q, words %q", c.Show, c.FailOn, c.Vocabulary.Words)
	}
	if got := string(c.Vocabulary.Files[0]); got != filepath.Join(dir, "shared", "words.txt") {
		t.Errorf("a path is not relative to the file that it stands in: %s", got)
	}
	for file, want := range map[string]bool{"shared/old/a.xml": true, "project/new/a.xml": true, "project/old/a.xml": false} {
		if got := c.Excluded(filepath.Join(dir, file), true); got != want {
			t.Errorf("%s is excluded: %v, want %v", file, got, want)
		}
	}
	for _, s := range c.Rules {
		if len(s.IDs) > 1 && s.Severity != lint.Error {
			t.Errorf("the extended file's level wins: %v", s.Severity)
		}
	}
	for name, text := range map[string]string{
		"extends itself": "extends: cycle.yaml\n",
		"no file":        "extends: nowhere.yaml\n",
	} {
		_, err := loaded(write("cycle.yaml", text))
		var mistake *Error
		if !errors.As(err, &mistake) || !strings.Contains(err.Error(), name) || mistake.at.line != 1 || mistake.at.column != 10 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for i := range 12 {
		write("chain"+string(rune('a'+i))+".yaml", "extends: chain"+string(rune('b'+i))+".yaml\n")
	}
	if _, err := loaded(filepath.Join(dir, "chaina.yaml")); err == nil || !strings.Contains(err.Error(), "more than 10 files") {
		t.Errorf("a long chain: %v", err)
	}
}

func TestGlobs(t *testing.T) {
	c := parsed(t, "exclude: ['*.bak.xml', drafts, a/b/, 'c/*/d.xml']\ninclude: '**/*.xml'\n")
	for file, want := range map[string]bool{
		"/project/x.bak.xml": true, "/elsewhere/x.bak.xml": true, "/project/q/drafts/x.xml": true, "/project/a/b/c/x.xml": true,
		"/project/q/a/b/x.xml": false, "/project/c/x/d.xml": true, "/project/c/x/y/d.xml": false, "/project/x.xml": false, "/project/x.txt": true,
	} {
		if got := c.Excluded(file, true); got != want {
			t.Errorf("%s is excluded: %v, want %v", file, got, want)
		}
	}
	if c.Excluded("/project/x.txt", false) {
		t.Error("a file that is named need not be included")
	}
}

func FuzzConfig(f *testing.F) {
	f.Add(everything)
	for _, seed := range []string{"", "rules: {narrative/too-short: {min: [1]}}", "a: &a [*a]", "? {a: b}\n: c", "<<: {show: info}", "extends: [x]", "plan: {start: 2025-01-01, end: 2022-01-01}", "overrides: [{paths: ['[']}]", "\"\\u0000\": 1", "!!binary a: b", "- - - -"} {
		f.Add(seed)
	}
	valid := configSchema(f)
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("c.yaml", "/project", []byte(text), known())
		if err != nil {
			_ = err.Error()
			return
		}
		if s := c.For("/project/a.txt"); s != nil && len(s.Rules) != len(c.Enabled) {
			t.Errorf("%d rules are set for a file, of %d", len(s.Rules), len(c.Enabled))
		}
		_ = c.Effective()
		if err := valid.Validate(c.root.plain()); err != nil {
			t.Errorf("what is read does not hold to the schema: %#v", err)
		}
	})
}
