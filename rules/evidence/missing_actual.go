package evidence

import (
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/rules/internal/grade"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// MissingActual reports periods that are over and have no actual.
var MissingActual = &lint.Rule{
	ID:       "evidence/missing-actual",
	Title:    "a period is over and has a target, but no actual",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A target that was due and has no actual beside it looks missed, or forgotten.

Give the period its actual, 0 too if that is what was reached. If it can't be
measured, say so in the comment of an actual. A period is over some days after its
end (an option), judged by --as-of. A target whose time is covered by actuals of
other periods of the indicator is fine, and so is an activity that is planned,
cancelled or suspended. Reported once per indicator; once per entry where the
entry has no actual at all.`,
	Options: &MissingActualOptions{Grace: 90},
	Check:   lint.Each(missingActual),
}

// MissingActualOptions are the options of evidence/missing-actual.
type MissingActualOptions struct {
	Grace int `yaml:"grace" doc:"days after the end of a period until its actual is due"`
}

func missingActual(p *lint.Pass, e *schema.Entry) {
	if slices.Contains([]string{"1", "5", "6"}, e.Status.Value) || e.MissingLevels.Has(schema.ActualLevel) {
		return // pipeline, cancelled, suspended
	}
	grace := lint.Options[MissingActualOptions](p).Grace
	none := !anyActual(e)
	reported := 0
	var first lint.Violation
	for i := range values.Indicators(e) {
		var overdue []*schema.Period
		for _, period := range i.Periods {
			if lacksActual(i, period, p.Env.AsOf, grace) {
				overdue = append(overdue, period)
			}
		}
		if len(overdue) == 0 {
			continue
		}
		reported++
		v := lint.Violation{
			At:      overdue[0].Tag,
			Node:    overdue[0],
			Message: fmt.Sprintf("the period ended on %s and has a target, but no actual", overdue[0].End.Value),
			Related: []lint.Related{{At: overdue[0].End.At, Message: "the end of the period"}},
		}
		if len(overdue) > 1 {
			v.Message += fmt.Sprintf("; so it is with %d periods of the indicator", len(overdue))
		}
		if reported == 1 {
			first = v
		}
		if !none {
			p.Report(v)
		}
	}
	if !none || reported == 0 || claimOf(p.Env, e) != nil && grade.Assess(p.Env, e).Baseless() {
		return // evidence/none says that there is nothing
	}
	first.Message = fmt.Sprintf("this entry has no actual at all; %d of its indicators had targets due, the first on %s", reported, first.Node.(*schema.Period).End.Value)
	p.Report(first)
}

// hasTarget reports whether a period has a target to be reached; 0 is none.
func hasTarget(period *schema.Period) bool {
	return slices.ContainsFunc(period.Targets, func(t *schema.Measurement) bool { return !t.Value.OK || t.Value.Parsed != 0 })
}

// lacksActual reports whether a period is over and has a target, while neither it
// nor a period that covers its time has an actual.
func lacksActual(i *schema.Indicator, period *schema.Period, asOf schema.Date, grace int) bool {
	if !hasTarget(period) || len(period.Actuals) > 0 || !period.End.OK || !period.End.Parsed.AddDays(grace).Before(asOf) {
		return false
	}
	for _, other := range i.Periods {
		if len(other.Actuals) == 0 || !other.End.OK || !other.Start.OK || !period.Start.OK {
			continue
		}
		if !other.Start.Parsed.After(period.End.Parsed) && !other.End.Parsed.Before(period.Start.Parsed) {
			return false
		}
	}
	return true
}
