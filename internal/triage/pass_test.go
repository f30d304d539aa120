package triage

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func violation(rule, entry, file, fingerprint string) *finding.Finding {
	return &finding.Finding{Rule: rule, Entry: entry, File: file, Fingerprint: fingerprint, Severity: lint.Error}
}

func setting(entry string, rules ...string) lint.Suppression {
	return lint.Suppression{Kind: lint.Setting, Entry: entry, Rules: rules}
}

func approval(entry string, until schema.Date) lint.Suppression {
	return lint.Suppression{Kind: lint.Approval, Entry: entry, Rules: []string{"h/removed"}, Until: until}
}

// accepted is a violation that was accepted earlier.
type accepted struct {
	fingerprint, entry, file, reason string
	count                            int
	until                            schema.Date
}

var past, future = schema.Date{Year: 2020, Month: 1, Day: 1}, schema.Date{Year: 2030, Month: 1, Day: 1}

// suppressions are settings, and violations that were accepted, on a day between
// past and future.
func suppressions(list []accepted, settings ...lint.Suppression) *suppress.Set {
	names := map[string][]string{}
	for _, rule := range []string{"r", "a/x", "a/y", "c/d", "h/removed"} {
		names[rule] = []string{rule}
	}
	set := suppress.NewSet(suppress.NewResolver(names, schema.Date{Year: 2024, Month: 1, Day: 1}), func(file string) string { return file })
	for _, s := range settings {
		set.Add(s, nil)
	}
	for _, a := range list {
		s := lint.Suppression{Kind: lint.Acceptance, Rules: []string{"r"}, Entry: a.entry, Reason: a.reason, Until: a.until}
		set.Accept(s, a.file, a.fingerprint, "", a.count)
	}
	return set
}

// unused names what is not used of settings, and the fingerprints of acceptances.
func unused(t *testing.T, set *suppress.Set) string {
	t.Helper()
	var list []string
	err := set.Each(nil, func(func(string, error) bool) {}, func(s *suppress.Suppression, _ bool) {
		s.Unused = nil
		s.SetUnused(func(string) bool { return true })
		if s.Kind == lint.Acceptance {
			s.Unused = []string{s.Fingerprint}
		}
		list = append(list, s.Unused...)
	})
	if err != nil {
		t.Error(err)
	}
	return strings.Join(list, " ")
}

func TestSettings(t *testing.T) {
	set := suppressions(nil)
	set.Add(setting("", "a/x", "a/y"), func(file string) bool { return strings.HasPrefix(file, "old/") })
	set.Add(approval("E-1", future), nil)
	set.Add(approval("E-2", past), nil)
	tr := New(Options{Show: lint.Info, FailOn: lint.Error, Suppressions: set})
	for _, c := range []struct {
		v    *finding.Finding
		kept bool
	}{
		{violation("a/x", "E-1", "old/a", "1"), false},
		{violation("a/x", "E-1", "new/a", "1"), true},
		{violation("h/removed", "E-1", "new/a", "2"), false},
		{violation("h/removed", "E-2", "new/a", "3"), true},
		{violation("h/removed", "E-3", "new/a", "4"), true},
	} {
		if kept := tr.Keep(c.v); kept != c.kept {
			t.Errorf("%s of %s in %s is kept: %v, want %v", c.v.Rule, c.v.Entry, c.v.File, kept, c.kept)
		}
		if (c.v.SuppressedBy == nil) != c.kept {
			t.Errorf("%s of %s in %s is marked with %+v", c.v.Rule, c.v.Entry, c.v.File, c.v.SuppressedBy)
		}
	}
	if s := tr.Summary(); s.Suppressed != 1 || s.Accepted != 1 || s.Errors != 3 {
		t.Errorf("counted as %+v", s)
	}
	if got := unused(t, set); got != "a/y h/removed" {
		t.Errorf("unused: %v, want a/y and the approval that has ended", got)
	}
}

// What was not read is reported whatever is ignored, approved or accepted, and is
// never accepted.
func TestUnreadIsNotSuppressed(t *testing.T) {
	unread := func() *finding.Finding {
		v := violation("r", "E-1", "a", "1")
		v.Unread = true
		return v
	}
	for name, set := range map[string]*suppress.Set{
		"a setting":     suppressions(nil, setting("", "r")),
		"an approval":   suppressions(nil, lint.Suppression{Kind: lint.Approval, Rules: []string{"r"}}),
		"an acceptance": suppressions([]accepted{{fingerprint: "1", entry: "E-1", file: "a"}}),
	} {
		v := unread()
		if tr := New(Options{FailOn: lint.Error, Suppressions: set}); !tr.Keep(v) || !tr.Failed() || v.SuppressedBy != nil {
			t.Errorf("%s suppresses what was not read", name)
		}
		v.Unread = false
		if New(Options{Suppressions: set}).Keep(v) {
			t.Errorf("%s does not suppress what was read", name)
		}
	}
	set := suppressions(nil)
	set.Rewrite()
	if !New(Options{Suppressions: set}).Keep(unread()) || len(set.Rewritten()) != 0 {
		t.Error("what was not read is accepted")
	}
}

func TestAccepted(t *testing.T) {
	set := suppressions([]accepted{
		{fingerprint: "1", entry: "E-1", file: "a", count: 2}, {fingerprint: "2", file: "a"}, {fingerprint: "3", entry: "E-3", file: "a"},
		{fingerprint: "4", entry: "E-4", file: "a", until: past},
	})
	tr := New(Options{Show: lint.Info, FailOn: lint.Error, Suppressions: set})
	for _, c := range []struct {
		v    *finding.Finding
		kept bool
	}{
		{violation("r", "E-1", "a", "1"), false},
		{violation("r", "E-1", "moved", "1"), false}, // an entry may move to another file
		{violation("r", "E-1", "a", "1"), true},      // one more than was accepted
		{violation("r", "", "a", "2"), false},
		{violation("r", "", "b", "2"), true}, // another file's fault
		{violation("r", "E-4", "a", "4"), true},
	} {
		if kept := tr.Keep(c.v); kept != c.kept {
			t.Errorf("%s of %q in %s is kept: %v, want %v", c.v.Fingerprint, c.v.Entry, c.v.File, kept, c.kept)
		}
		if w := c.v.SuppressedBy; (w == nil) != c.kept || w != nil && w.Kind != lint.Acceptance {
			t.Errorf("%s of %q in %s is marked with %+v", c.v.Fingerprint, c.v.Entry, c.v.File, w)
		}
	}
	if s := tr.Summary(); s.Accepted != 3 || s.Errors != 3 || !tr.Failed() {
		t.Errorf("counted as %+v, failed %v", s, tr.Failed())
	}
	if got := unused(t, set); got != "3 4" {
		t.Errorf("not matched: %s, want 3 4", got)
	}
}

// A violation that stands for several counts as so many, and passes only if as
// many may pass.
func TestOverflows(t *testing.T) {
	overflow := func(n int) *finding.Finding {
		v := violation("r", "E-1", "a", "1")
		v.More = n
		return v
	}
	options := func(known int) Options {
		return Options{Show: lint.Info, FailOn: lint.Error, Known: map[string]int{"1": known}}
	}
	for _, c := range []struct {
		o    Options
		want Summary
	}{
		{options(0), Summary{BySeverity: BySeverity{Errors: 5}}},
		{options(4), Summary{BySeverity: BySeverity{Errors: 5}}},
		{options(5), Summary{Known: 5}},
		{Options{Suppressions: suppressions([]accepted{{fingerprint: "1", entry: "E-1", count: 4}})}, Summary{BySeverity: BySeverity{Errors: 5}}},
		{Options{Suppressions: suppressions([]accepted{{fingerprint: "1", entry: "E-1", count: 6}})}, Summary{Accepted: 5}},
		{Options{Suppressions: suppressions(nil, setting("", "r"))}, Summary{Suppressed: 5}},
	} {
		tr := New(c.o)
		if kept := tr.Keep(overflow(5)); kept != (c.want.Errors > 0) || tr.Summary() != c.want {
			t.Errorf("kept %v, counted as %+v, want %+v", kept, tr.Summary(), c.want)
		}
	}
	set := suppressions(nil)
	set.Rewrite()
	New(Options{Suppressions: set}).Keep(overflow(5))
	if found := set.Rewritten(); len(found) != 1 || found[0].Count != 5 {
		t.Errorf("to be written: %+v", found)
	}
}

func TestRewrittenAcceptances(t *testing.T) {
	set := suppressions([]accepted{{fingerprint: "1", entry: "E-1", reason: "later", until: future}, {fingerprint: "9", entry: "E-9"}})
	set.Rewrite()
	tr := New(Options{Show: lint.Info, FailOn: lint.Error, Suppressions: set, Known: map[string]int{"1": 1}})
	for _, v := range []*finding.Finding{violation("r", "E-2", "b", "2"), violation("r", "E-1", "a", "1"), violation("r", "E-2", "b", "2")} {
		if tr.Keep(v) {
			t.Errorf("%s is kept, though it is accepted from now on", v.Fingerprint)
		}
	}
	found := set.Rewritten()
	if len(found) != 2 || found[0].Fingerprint != "1" || found[0].Reason != "later" || found[0].Until.IsZero() || found[1].Count != 2 {
		t.Errorf("to be written: %+v", found)
	}
	if tr.Failed() || unused(t, set) != "" || tr.Summary().Known != 0 {
		t.Errorf("failed %v, unused %v, known %d", tr.Failed(), unused(t, set), tr.Summary().Known)
	}
}
