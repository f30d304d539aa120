package cli

import (
	"errors"
	"slices"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules/lint"
)

// keepSuppressed returns a function that keeps suppressed violations for reports
// that mark them, as --show says. They are neither counted nor limited. Without
// such a report none is kept.
func (s *settings) keepSuppressed(suppressed *spool.Spool) func(input int, v *lint.Violation) error {
	marked := slices.ContainsFunc(s.output, func(o output[report.Format]) bool { return o.format.Suppressed })
	return func(input int, v *lint.Violation) error {
		if !marked || v.Severity < s.triage.Show {
			return nil
		}
		return suppressed.Add(input, v)
	}
}

// judgeSuppressions runs the rules on suppressions over those that stand outside
// of the submission.
func (s *settings) judgeSuppressions(outcome *engine.Outcome, deliver func(*lint.Violation)) error {
	var files []string
	for _, f := range outcome.Files {
		files = append(files, f.Path)
	}
	entries := func(yield func(string, error) bool) {
		for e, err := range outcome.Entries.All() {
			if !yield(e.Identifier, err) {
				return
			}
		}
	}
	var problems []error
	err := s.triage.Suppressions.Each(files, entries, func(one *suppress.Suppression, checked bool) {
		problems = append(problems, s.engine.JudgeSuppression(one, checked, deliver)...)
	})
	return errors.Join(append(problems, err)...)
}
