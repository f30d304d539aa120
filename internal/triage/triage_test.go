package triage

import (
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
)

func TestApply(t *testing.T) {
	found := []lint.Violation{{Severity: lint.Error}, {Severity: lint.Warning}, {Severity: lint.Info}, {Severity: lint.Info}}
	for _, c := range []struct {
		name          string
		o             Options
		shown, hidden int
		failed        bool
	}{
		{"all", Options{Show: lint.Info, FailOn: lint.Error}, 4, 0, true},
		{"errors only", Options{Show: lint.Error, FailOn: lint.Error}, 1, 0, true},
		{"never fails", Options{Show: lint.Info, FailOn: lint.Never}, 4, 0, false},
		{"limited", Options{Show: lint.Warning, FailOn: lint.Info, MaxViolations: 1}, 1, 1, true},
	} {
		r := Apply(found, c.o)
		if len(r.Shown) != c.shown || r.Hidden != c.hidden || r.Failed != c.failed {
			t.Errorf("%s: %d shown, %d hidden, failed %v", c.name, len(r.Shown), r.Hidden, r.Failed)
		}
		if r.Summary.Errors != 1 || r.Summary.Warnings != 1 || r.Summary.Infos != 2 {
			t.Errorf("%s: what is not shown is not counted: %+v", c.name, r.Summary)
		}
	}
	if Apply(found[2:], Options{Show: lint.Info, FailOn: lint.Warning}).Failed {
		t.Error("infos fail a run that fails on warnings")
	}
}
