package triage

import (
	"testing"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
)

func TestKeep(t *testing.T) {
	found := []finding.Finding{
		{Severity: lint.Error, File: "a", Entry: "1"}, {Severity: lint.Warning, File: "a", Entry: "1"},
		{Severity: lint.Info, File: "a"}, {Severity: lint.Info, File: "b", Entry: "1"},
	}
	apply := func(o Options, list []finding.Finding) (shown int, tr *Triage) {
		tr = New(o)
		for i := range list {
			if tr.Keep(&list[i]) {
				shown++
			}
		}
		return shown, tr
	}
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
		c.o.CountEntries = true
		shown, tr := apply(c.o, found)
		if shown != c.shown || tr.Hidden() != c.hidden || tr.Failed() != c.failed {
			t.Errorf("%s: %d shown, %d hidden, failed %v", c.name, shown, tr.Hidden(), tr.Failed())
		}
		if s := tr.Summary(); s.Errors != 1 || s.Warnings != 1 || s.Infos != 2 {
			t.Errorf("%s: what is not shown is not counted: %+v", c.name, s)
		}
		if tr.InEntry("a", "1") != 2 || tr.InEntry("a", "") != 1 || tr.InEntry("b", "1") != 1 || tr.InEntry("b", "2") != 0 {
			t.Errorf("%s: violations are counted to the wrong entries", c.name)
		}
	}
	if _, tr := apply(Options{Show: lint.Info, FailOn: lint.Warning}, found[2:]); tr.Failed() {
		t.Error("infos fail a run that fails on warnings")
	}
}
