package evidence

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// MissingBaseline reports indicators without a starting point.
var MissingBaseline = &lint.Rule{
	ID:       "evidence/missing-baseline",
	Title:    "a quantitative indicator has no baseline",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"400 teachers were trained" is progress from 0 and a setback from 500. Without a
baseline nobody can tell which.

Give the indicator a baseline with its year and value. If counting began with the
activity, the baseline is 0: write value="0". Reported once for a result, at the
first of its indicators that has none; once for the entry where most of its
indicators have none.`,
	Check: lint.Each(missingBaseline),
}

func missingBaseline(p *lint.Pass, e *schema.Entry) {
	if e.MissingLevels.Has(schema.BaselineLevel) {
		return
	}
	lacking(p, e, withoutBaseline, lint.Violation{
		Message: "the indicator has no baseline",
		Hint:    `add <baseline year="…" value="…"/>; the value is 0 where counting began with the activity`,
	})
}

// withoutBaseline leaves out indicators that hold nothing at all: they are the
// business of schema/empty-container.
func withoutBaseline(i *schema.Indicator) bool {
	return i.Quantitative() && len(i.Baselines) == 0 && len(i.Periods) > 0
}
