package triage

import (
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
)

// TestAgain: a run of its own leaves the options as they were.
func TestAgain(t *testing.T) {
	v := &lint.Violation{Rule: "a/b", Fingerprint: "f", Entry: "e", Severity: lint.Error}
	waived := &lint.Violation{Rule: "c/d", Severity: lint.Error}
	known := &lint.Violation{Rule: "e/f", Fingerprint: "k", Severity: lint.Error}
	o := Options{
		Accepted: NewAccepted([]Acceptance{{Fingerprint: "f", Entry: "e"}}, func(file string) string { return file }),
		Waivers:  []*Waiver{{Silence: lint.Silence{Rules: []string{"c"}}, Rules: map[string][]int{"c/d": {0}}}},
		Known:    map[string]int{"k": 1},
	}
	for range 2 {
		once := New(o.Again())
		for _, passes := range []*lint.Violation{v, waived, known} {
			if once.Keep(passes) {
				t.Errorf("%s is shown", passes.Rule)
			}
		}
		if !once.Keep(v) || !once.Keep(known) {
			t.Error("more passes than may")
		}
	}
	if len(o.Accepted.Unmatched()) != 1 || len(o.Waivers[0].Unused()) != 1 || o.Known["k"] != 1 {
		t.Error("the other runs have used something up")
	}
}
