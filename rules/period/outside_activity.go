package period

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// OutsideActivity reports periods in which the activity did not run.
var OutsideActivity = &lint.Rule{
	ID:       "period/outside-activity",
	Title:    "a period lies outside the activity's dates",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Results of a time before the activity began, or long after it ended, are hardly
its results: the period or the activity's dates are mistyped, or the results belong
to another phase.

Correct the period, or the activity's dates. Periods that lie partly inside are
fine, and so are results measured within the year after the end, and actuals of the
year before the start, which tell where things stood. Where the activity has no
dates, those of the plan period hold, if the configuration gives it. Reported once
per entry.`,
	Check: lint.Each(outsideActivity),
}

func outsideActivity(p *lint.Pass, e *schema.Entry) {
	start, end := lifetime(e)
	var first lint.Violation
	count := 0
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			for _, period := range i.Periods {
				if !period.Start.OK || !period.End.OK || period.End.Parsed.Before(period.Start.Parsed) {
					continue
				}
				v, outside := outside(period, start, end)
				if start == nil && end == nil {
					v, outside = outsidePlan(period, p.Env.Plan)
				}
				if outside {
					if count == 0 {
						v.Node = period
						first = v
					}
					count++
				}
			}
		}
	}
	if count == 0 {
		return
	}
	first.Message += phrase.Others(count-1, "period", "this entry")
	p.Report(first)
}

func outside(period *schema.Period, start, end *schema.ActivityDate) (v lint.Violation, is bool) {
	switch {
	case start != nil && period.End.Parsed.Before(start.Date.Parsed) && !startingPoint(period, start):
		v.At = period.End.At
		v.Message = fmt.Sprintf("the period ends on %s, before the activity starts on %s", period.End.Value, start.Date.Value)
		v.Related = []lint.Related{{At: start.Date.At, Message: "the activity starts"}}
	case end != nil && period.Start.Parsed.After(end.Date.Parsed) && period.Start.Parsed.After(end.Date.Parsed.AddDays(365)):
		v.At = period.Start.At
		v.Message = fmt.Sprintf("the period starts on %s, more than a year after the activity ends on %s", period.Start.Value, end.Date.Value)
		v.Related = []lint.Related{{At: end.Date.At, Message: "the activity ends"}}
	default:
		return v, false
	}
	return v, true
}

// outsidePlan is outside for an entry without dates of its own.
func outsidePlan(period *schema.Period, plan lint.Plan) (v lint.Violation, is bool) {
	switch {
	case !plan.Start.IsZero() && period.End.Parsed.Before(plan.Start) &&
		(len(period.Targets) > 0 || period.End.Parsed.Before(plan.Start.AddDays(-366))):
		v.At = period.End.At
		v.Message = fmt.Sprintf("the period ends on %s, before the plan period starts on %s", period.End.Value, plan.Start)
	case !plan.End.IsZero() && period.Start.Parsed.After(plan.End.AddDays(365)):
		v.At = period.Start.At
		v.Message = fmt.Sprintf("the period starts on %s, more than a year after the plan period ends on %s", period.Start.Value, plan.End)
	default:
		return v, false
	}
	return v, true
}

// startingPoint reports whether a period of the year before the activity only says
// where things stood: a baseline given as a period.
func startingPoint(period *schema.Period, start *schema.ActivityDate) bool {
	return len(period.Targets) == 0 && !period.End.Parsed.Before(start.Date.Parsed.AddDays(-366))
}

// lifetime returns the earliest start and the latest end of an activity, planned or
// actual; nil where there is none.
func lifetime(e *schema.Entry) (start, end *schema.ActivityDate) {
	for _, d := range e.Dates {
		if !d.Date.OK {
			continue
		}
		switch d.Type.Value {
		case plannedStart, actualStart:
			if start == nil || d.Date.Parsed.Before(start.Date.Parsed) {
				start = d
			}
		case plannedEnd, actualEnd:
			if end == nil || d.Date.Parsed.After(end.Date.Parsed) {
				end = d
			}
		}
	}
	return start, end
}
