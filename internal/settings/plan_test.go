package settings

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/schema"
)

// planned returns the plan of the text of a settings file and flags.
func planned(t testing.TB, text string, flags Flags) *Plan {
	t.Helper()
	root, err := parse(&source{name: "c.yaml", dir: "/project"}, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlan("c.yaml", root, flags, Environment{Today: schema.Date{Year: 2026, Month: 11, Day: 29}}, known())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func effective(p *Plan, key string) (list []string) {
	for _, e := range p.Effective() {
		if e.Key == key {
			list = append(list, e.Value+" "+e.Origin)
		}
	}
	return list
}

// sampleOf returns what a flag can be set to that is no default.
func sampleOf(s Setting) string {
	switch {
	case s.Words != nil:
		return s.Words[len(s.Words)-1]
	case s.Kind == reflect.Bool:
		return "true"
	case s.Kind == reflect.Int:
		return "7"
	case s.Flag == "severity":
		return "narrative=info"
	case s.Flag == "as-of":
		return "2026-01-02"
	}
	return "x.y"
}

// TestEffectiveShowsEveryFlag gives each flag of the table, with a file that sets the
// key that it wins over.
func TestEffectiveShowsEveryFlag(t *testing.T) {
	written := map[string]string{
		"profile": "profile: iati", "expected": "expected: [A]", "against": "against: old.xml", "fail-on": "fail-on: error", "show": "show: error",
		"codelists": "codelists: lists", "accepted": "accepted: a.json",
		"limits.violations": "limits: {violations: 3}", "limits.per-entry": "limits: {per-entry: 3}", "limits.jobs": "limits: {jobs: 3}",
		"vocabulary.files": "vocabulary: {words: [Kibera]}",
	}
	seen := 0
	for _, s := range Table(known()) {
		if s.Flag == "" || s.Flag == "no-config" {
			continue
		}
		flags := Flags{s.Flag: {sampleOf(s)}}
		key, text := s.Flag, ""
		if s.Key != "" {
			key, text = s.Key, written[s.Key]
			if text == "" {
				t.Errorf("the test has no file that sets %s", s.Key)
			}
		}
		if s.Flag == "require-against" || s.Flag == "new-only" {
			flags["against"] = []string{"old.xml"}
		}
		seen++
		want := []string{sampleOf(s) + " --" + s.Flag}
		if diff := cmp.Diff(want, effective(planned(t, text, flags), key)); diff != "" {
			t.Errorf("--%s is not shown as what holds (-want +got):\n%s", s.Flag, diff)
		}
	}
	if seen < 30 {
		t.Errorf("%d flags in the table", seen)
	}
}

// TestFlagsAreNotHiddenByKeys has a flag that is called like another setting's key.
func TestFlagsAreNotHiddenByKeys(t *testing.T) {
	p := planned(t, "ignore: [{rule: evidence}]\n", Flags{"ignore": {"spelling"}})
	if diff := cmp.Diff([]string{"{rule: evidence} c.yaml:1", "spelling --ignore"}, effective(p, "ignore")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(p.Ignore) != 1 || len(p.Deselect) != 1 {
		t.Errorf("ignored %v, not selected %v", p.Ignore, p.Deselect)
	}
	if _, err := Parse("c.yaml", ".", []byte("--select: [evidence]\n"), known()); err == nil || !strings.Contains(err.Error(), `there is no setting "--select"`) {
		t.Errorf("a flag in a file gives %v", err)
	}
}

func TestZero(t *testing.T) {
	usual := defaults().Limits
	for _, c := range []struct {
		text  string
		flags Flags
		want  Limits
	}{
		{"", nil, usual},
		{"limits: {per-entry: 0, violations: 0}", nil, Limits{0, 0, usual.Nodes, usual.Keys, usual.Ignores, usual.Faults, usual.Jobs}},
		{"limits: {per-entry: 5}", Flags{"max-per-entry": {"0"}}, Limits{0, 0, usual.Nodes, usual.Keys, usual.Ignores, usual.Faults, usual.Jobs}},
		{"limits: {nodes-per-entry: 0, keys-per-group: 0, ignores-per-entry: 0, faults-per-entry: 0, jobs: 0}", nil, usual},
		{"limits: {jobs: 3}", Flags{"jobs": {"0"}}, usual},
	} {
		p := planned(t, c.text, c.flags)
		if p.Limits != c.want {
			t.Errorf("%s with %v gives %+v, want %+v", c.text, c.flags, p.Limits, c.want)
		}
		for _, e := range p.Effective() {
			for _, s := range p.known.rows(nil, "", reflect.ValueOf(p.Values), "check") {
				if s.Key == e.Key && s.Kind == reflect.Int && e.Value != fmt.Sprint(s.value) {
					t.Errorf("%s with %v shows %s for %s, and %v holds", c.text, c.flags, e.Value, e.Key, s.value)
				}
			}
		}
	}
}

func TestFlagsAreCheckedLikeFiles(t *testing.T) {
	for _, c := range []struct {
		flags Flags
		want  string
	}{
		{Flags{"show": {"warnign"}}, `--show cannot be "warnign"; did you mean "warning"?`},
		{Flags{"profile": {"iati,unwomen"}}, `there is no profile "unwomen"; did you mean "un-women"?`},
		{Flags{"select": {"narrative", "speling"}}, `there is no rule or family "speling"; did you mean "spelling"?`},
		{Flags{"severity": {"narrative"}}, `--severity cannot be "narrative"; write RULE=LEVEL, as in narrative/too-short=info`},
		{Flags{"severity": {"narrative=warn"}}, `there is no severity "warn"; there is error, warning and info`},
		{Flags{"as-of": {"tomorrow"}}, `--as-of cannot be "tomorrow"; write a day as 2026-11-23`},
		{Flags{"format": {"jsn"}}, `--format cannot be "jsn"; did you mean "json"?`},
		{Flags{"format": {"json", "text"}}, "only one format can go to standard output; give the others a file, as in --format html=report.html"},
		{Flags{"max-violations": {"-1"}}, "--max-violations cannot be -1; 0 shows all"},
		{Flags{"new-only": {"true"}}, "--new-only needs --against, which names the earlier submission"},
		{Flags{"against": {"-"}}, "--against cannot be standard input; write it to a file"},
		{Flags{"config": {"c.yaml"}, "no-config": {"true"}}, "--config and --no-config exclude each other; give one of them"},
	} {
		if c.flags["config"] == nil {
			c.flags["no-config"] = []string{"true"}
		}
		_, err := Resolve(c.flags, Environment{}, known())
		if err == nil || err.Error() != c.want {
			t.Errorf("%v gives %v, want %s", c.flags, err, c.want)
		}
	}
}

func TestEnvironmentOfAPlan(t *testing.T) {
	getenv := func(name string) string { return map[string]string{"NO_COLOR": "1"}[name] }
	env := Environment{Today: schema.Date{Year: 2026, Month: 11, Day: 29}, Getenv: getenv}
	p, err := Resolve(Flags{"no-config": {"true"}, "profile": {"un-women"}}, env, known())
	if err != nil {
		t.Fatal(err)
	}
	rules, err := p.Environment()
	if err != nil || rules.AsOf != env.Today || rules.Identifier.Framework != "SP" {
		t.Errorf("%+v, %v", rules, err)
	}
	if p.UsesColor(true) {
		t.Error("NO_COLOR is ignored")
	}
	if p, err = Resolve(Flags{"no-config": {"true"}, "color": {"always"}, "as-of": {"2024-06-30"}}, env, known()); err != nil || !p.UsesColor(false) || p.AsOf.Year != 2024 {
		t.Errorf("the flags lose against the environment: %v, %v", p.AsOf, err)
	}
}

// TestPlansDoNotChange uses a plan from several goroutines and compares it with
// another one of the same settings.
func TestPlansDoNotChange(t *testing.T) {
	flags := Flags{"select": {"narrative,evidence"}, "format": {"json=a.json"}, "vocabulary": {"a.txt"}}
	p, same := planned(t, everything, flags), planned(t, everything, flags)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			first := p.For(fmt.Sprintf("/project/french/%d.txt", i))
			if first != p.For("/project/french/a.txt") {
				t.Error("files with the same overrides have settings of their own")
			}
			_, _ = p.Effective(), p.Excluded("a.xml", true)
		})
	}
	group.Wait()
	if diff := cmp.Diff(same.Effective(), p.Effective()); diff != "" {
		t.Errorf("a plan changed (-new +used):\n%s", diff)
	}
	if !slices.EqualFunc(p.Enabled, same.Enabled, func(a, b Rule) bool { return a.Rule == b.Rule && a.Severity == b.Severity && a.Off == b.Off }) {
		t.Error("the rules of a plan changed")
	}
}
