package period

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// BaselineYearMismatch reports baselines of two years.
var BaselineYearMismatch = &lint.Rule{
	ID:       "period/baseline-year-mismatch",
	Title:    "the year of a baseline is not the year of its date",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A baseline has a year, and may have a date. The standard asks that both name the
same year; with two years a reader can't tell from when on progress is measured.

Correct the one that is wrong.`,
	Check: lint.Each(baselineYearMismatch),
}

func baselineYearMismatch(p *lint.Pass, m *schema.Measurement) {
	if !m.Year.OK || !m.Date.OK || m.Year.Parsed == m.Date.Parsed.Year {
		return
	}
	p.Report(lint.Violation{
		At:      m.Year.At,
		Message: fmt.Sprintf("the year of the baseline is %s, but its date is %s", m.Year.Value, m.Date.Value),
		Related: []lint.Related{{At: m.Date.At, Message: "the date"}},
	})
}
