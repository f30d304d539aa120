package triage

import (
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
)

// TestClone: a run of its own leaves the options as they were.
func TestClone(t *testing.T) {
	v := &lint.Violation{Rule: "a/b", Fingerprint: "f", Entry: "e", Severity: lint.Error}
	ignored := &lint.Violation{Rule: "c/d", Severity: lint.Error}
	known := &lint.Violation{Rule: "e/f", Fingerprint: "k", Severity: lint.Error}
	o := Options{
		Suppressions: suppressions([]accepted{{fingerprint: "f", entry: "e"}}, setting("", "c/d")),
		Known:        map[string]int{"k": 1},
	}
	for range 2 {
		once := New(o.Clone())
		for _, passes := range []*lint.Violation{v, ignored, known} {
			if once.Keep(passes) {
				t.Errorf("%s is shown", passes.Rule)
			}
		}
		if !once.Keep(v) || !once.Keep(known) {
			t.Error("more passes than may")
		}
	}
	if left := unused(t, o.Suppressions); left != "c/d f" || o.Known["k"] != 1 {
		t.Error("the other runs have used something up")
	}
}
