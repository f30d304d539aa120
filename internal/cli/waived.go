package cli

import (
	"slices"

	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/rules/lint"
)

// waived keeps the violations that are let pass, for reports that mark them.
// They are none of those that are shown, counted or limited. Without such a
// report there is none, and nothing is kept.
type waived struct {
	kept  *spool.Spool
	shows func(*lint.Violation) bool
}

func (s *settings) newWaived() *waived {
	if !slices.ContainsFunc(s.output, func(o output[report.Format]) bool { return o.format.Waived }) {
		return nil
	}
	return &waived{kept: spool.New(), shows: func(v *lint.Violation) bool { return v.Severity >= s.triage.Show }}
}

// deliver is where the engine takes what the files ask not to report.
func (w *waived) deliver() func(int, *lint.Violation) error {
	if w == nil {
		return nil
	}
	return w.add
}

// add keeps a violation, unless --show leaves out its like.
func (w *waived) add(input int, v *lint.Violation) error {
	if w == nil || !w.shows(v) {
		return nil
	}
	return w.kept.Add(input, v)
}

// list is what was kept.
func (w *waived) list() report.Violations {
	if w == nil {
		return nil
	}
	return w.kept
}

func (w *waived) close() error {
	if w == nil {
		return nil
	}
	return w.kept.Close()
}
