package evidence

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// MissingTarget reports indicators that aim at nothing.
var MissingTarget = &lint.Rule{
	ID:       "evidence/missing-target",
	Title:    "a quantitative indicator has no target",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Without a target an actual can't be called good or bad, and the indicator says
nothing about the plan it belongs to.

Give at least one period a target with a value. An indicator whose periods all end
with its baseline is only a starting point, and is passed over. Reported once for a
result, at the first of its indicators that has none; once for the entry where most of
its indicators have none.`,
	Check: lint.Each(missingTarget),
}

func missingTarget(p *lint.Pass, e *schema.Entry) {
	if e.MissingLevels.Has(schema.TargetLevel) {
		return
	}
	lacking(p, e, withoutTarget, lint.Violation{
		Message: "no period of the indicator has a target",
		Hint:    `add <target value="…"/> to the period by whose end it is to be reached`,
	})
}

// withoutTarget leaves out targets without a value: they are the business of
// evidence/missing-value.
func withoutTarget(i *schema.Indicator) bool {
	if !i.Quantitative() || len(i.Periods) == 0 || baselineOnly(i) {
		return false
	}
	for _, period := range i.Periods {
		if len(period.Targets) > 0 {
			return false
		}
	}
	return true
}

// baselineOnly reports whether the periods of an indicator all end by the year of a
// baseline.
func baselineOnly(i *schema.Indicator) bool {
	year := 0
	for _, b := range i.Baselines {
		if b.Year.OK {
			year = max(year, b.Year.Parsed)
		}
	}
	for _, period := range i.Periods {
		if !period.End.OK || period.End.Parsed.Year > year {
			return false
		}
	}
	return true
}
