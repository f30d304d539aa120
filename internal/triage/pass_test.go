package triage

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func violation(rule, entry, file, fingerprint string) *lint.Violation {
	return &lint.Violation{Rule: rule, Entry: entry, File: file, Fingerprint: fingerprint, Severity: lint.Error}
}

func waiver(kind lint.SilenceKind, entry string, rules ...string) *Waiver {
	w := &Waiver{Silence: lint.Silence{Kind: kind, Rules: rules}, Entry: entry, Rules: map[string][]int{}}
	for i, r := range rules {
		w.Rules[r] = append(w.Rules[r], i)
	}
	return w
}

func TestWaivers(t *testing.T) {
	inOld := waiver(lint.Setting, "", "a/x", "a/y")
	inOld.In = func(file string) bool { return strings.HasPrefix(file, "old/") }
	approved := waiver(lint.Approval, "E-1", "h/removed")
	ended := waiver(lint.Approval, "E-2", "h/removed")
	ended.Silence.Ended = true
	tr := New(Options{Show: lint.Info, FailOn: lint.Error, Waivers: []*Waiver{inOld, approved, ended}})
	for _, c := range []struct {
		v    *lint.Violation
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
		if (c.v.Waived == nil) != c.kept {
			t.Errorf("%s of %s in %s is marked with %+v", c.v.Rule, c.v.Entry, c.v.File, c.v.Waived)
		}
	}
	if s := tr.Summary(); s.Suppressed != 1 || s.Accepted != 1 || s.Errors != 3 {
		t.Errorf("counted as %+v", s)
	}
	if got := inOld.Unused(); len(got) != 1 || got[0] != "a/y" {
		t.Errorf("unused: %v, want a/y", got)
	}
	if len(approved.Unused()) != 0 || len(ended.Unused()) != 1 {
		t.Errorf("unused: %v, %v", approved.Unused(), ended.Unused())
	}
}

func same(file string) string { return file }

func TestAccepted(t *testing.T) {
	ended := Acceptance{Fingerprint: "4", Entry: "E-4", File: "a", Silence: lint.Silence{Ended: true}}
	accepted := NewAccepted([]Acceptance{
		{Fingerprint: "1", Entry: "E-1", File: "a", Count: 2}, {Fingerprint: "2", File: "a"}, {Fingerprint: "3", Entry: "E-3", File: "a"}, ended,
	}, same)
	tr := New(Options{Show: lint.Info, FailOn: lint.Error, Accepted: accepted})
	for _, c := range []struct {
		v    *lint.Violation
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
		if w := c.v.Waived; (w == nil) != c.kept || w != nil && w.Kind != lint.Acceptance {
			t.Errorf("%s of %q in %s is marked with %+v", c.v.Fingerprint, c.v.Entry, c.v.File, w)
		}
	}
	if s := tr.Summary(); s.Accepted != 3 || s.Errors != 3 || !tr.Failed() {
		t.Errorf("counted as %+v, failed %v", s, tr.Failed())
	}
	var left []string
	for _, a := range accepted.Unmatched() {
		left = append(left, a.Fingerprint)
	}
	if got := strings.Join(left, " "); got != "3 4" {
		t.Errorf("not matched: %s, want 3 4", got)
	}
}

// A violation that stands for several counts as so many, and passes only if as
// many may pass.
func TestRestsOfViolations(t *testing.T) {
	rest := func(n int) *lint.Violation {
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
		{options(0), Summary{Errors: 5}},
		{options(4), Summary{Errors: 5}},
		{options(5), Summary{Known: 5}},
		{Options{Accepted: NewAccepted([]Acceptance{{Fingerprint: "1", Entry: "E-1", Count: 4}}, same)}, Summary{Errors: 5}},
		{Options{Accepted: NewAccepted([]Acceptance{{Fingerprint: "1", Entry: "E-1", Count: 6}}, same)}, Summary{Accepted: 5}},
		{Options{Waivers: []*Waiver{waiver(lint.Setting, "", "r")}}, Summary{Suppressed: 5}},
	} {
		tr := New(c.o)
		if kept := tr.Keep(rest(5)); kept != (c.want.Errors > 0) || tr.Summary() != c.want {
			t.Errorf("kept %v, counted as %+v, want %+v", kept, tr.Summary(), c.want)
		}
	}
	accepted := NewAccepted(nil, same)
	accepted.Rewrite()
	New(Options{Accepted: accepted}).Keep(rest(5))
	if found := accepted.Found(); len(found) != 1 || found[0].Count != 5 {
		t.Errorf("to be written: %+v", found)
	}
}

func TestRewrittenAcceptances(t *testing.T) {
	accepted := NewAccepted([]Acceptance{{Fingerprint: "1", Entry: "E-1", Reason: "later", Until: schema.Date{Year: 2030, Month: 1, Day: 1}}, {Fingerprint: "9", Entry: "E-9"}}, same)
	accepted.Rewrite()
	tr := New(Options{Show: lint.Info, FailOn: lint.Error, Accepted: accepted, Known: map[string]int{"1": 1}})
	for _, v := range []*lint.Violation{violation("r", "E-2", "b", "2"), violation("r", "E-1", "a", "1"), violation("r", "E-2", "b", "2")} {
		if tr.Keep(v) {
			t.Errorf("%s is kept, though it is accepted from now on", v.Fingerprint)
		}
	}
	found := accepted.Found()
	if len(found) != 2 || found[0].Fingerprint != "1" || found[0].Reason != "later" || found[0].Until.IsZero() || found[1].Count != 2 {
		t.Errorf("to be written: %+v", found)
	}
	if tr.Failed() || len(accepted.Unmatched()) != 0 || tr.Summary().Known != 0 {
		t.Errorf("failed %v, unmatched %v, known %d", tr.Failed(), accepted.Unmatched(), tr.Summary().Known)
	}
}
