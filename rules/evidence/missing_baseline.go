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
activity, the baseline is 0: write value="0".`,
	Check: lint.Each(missingBaseline),
}

func missingBaseline(p *lint.Pass, i *schema.Indicator) {
	if !i.Quantitative() || len(i.Baselines) > 0 || len(i.Periods) == 0 {
		return // an indicator that holds nothing at all is schema/empty-container's business
	}
	p.Report(lint.Violation{
		At:      i.Tag,
		Message: "the indicator has no baseline" + named(i),
		Hint:    `add <baseline year="…" value="…"/>; the value is 0 where counting began with the activity`,
	})
}
