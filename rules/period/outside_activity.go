package period

import (
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
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
	start, end := bounds(e, p.Env.Plan)
	var first lint.Violation
	count := 0
	for period := range values.Periods(e) {
		if !period.Start.OK || !period.End.OK || period.End.Parsed.Before(period.Start.Parsed) {
			continue
		}
		if v, ok := outside(period, start, end); ok {
			if count == 0 {
				v.Node = period
				first = v
			}
			count++
		}
	}
	if count == 0 {
		return
	}
	first.Message += phrase.Others(count-1, "period", "this entry")
	p.Report(first)
}

// bound is the start or end of what periods should lie within.
type bound struct {
	day  schema.Date          // the zero Date where there is none
	date *schema.ActivityDate // that gives it; nil for one of the plan
}

// bounds returns those of the activity, or of the plan for an entry without dates of
// its own.
func bounds(e *schema.Entry, plan lint.Plan) (start, end bound) {
	first, last := lifetime(e)
	if first == nil && last == nil {
		return bound{day: plan.Start}, bound{day: plan.End}
	}
	if first != nil {
		start = bound{first.Date.Parsed, first}
	}
	if last != nil {
		end = bound{last.Date.Parsed, last}
	}
	return start, end
}

// describe returns the words for a bound, and its place in the file if it has one.
func (b bound) describe(verb string) (string, []lint.Related) {
	if b.date == nil {
		return "the plan period " + verb + " on " + b.day.String(), nil
	}
	return "the activity " + verb + " on " + b.date.Date.Value, []lint.Related{{At: b.date.Date.At, Message: "the activity " + verb}}
}

func outside(period *schema.Period, start, end bound) (v lint.Violation, is bool) {
	switch {
	case !start.day.IsZero() && period.End.Parsed.Before(start.day) && !startingPoint(period, start.day):
		words, related := start.describe("starts")
		return lint.Violation{At: period.End.At, Message: "the period ends on " + period.End.Value + ", before " + words, Related: related}, true
	case !end.day.IsZero() && period.Start.Parsed.After(end.day.AddDays(365)):
		words, related := end.describe("ends")
		return lint.Violation{At: period.Start.At, Message: "the period starts on " + period.Start.Value + ", more than a year after " + words, Related: related}, true
	}
	return lint.Violation{}, false
}

// startingPoint reports whether a period of the year before the start only says where
// things stood: a baseline given as a period.
func startingPoint(period *schema.Period, start schema.Date) bool {
	return len(period.Targets) == 0 && !period.End.Parsed.Before(start.AddDays(-366))
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
