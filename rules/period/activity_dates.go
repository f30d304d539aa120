package period

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/found"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ActivityDates reports impossible dates of an activity.
var ActivityDates = &lint.Rule{
	ID:       "period/activity-dates",
	Title:    "the activity's own dates can't be right",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"6.11.1", "11.1.1", "11.1.2", "11.1.3", "11.1.4", "11.1.5"},
	Doc: `
Readers place an activity in time by its dates, and tell from them whether it
still runs. It needs a start; a start can't lie after the end; what is called
actual can't lie ahead, and the entry can't have been updated tomorrow.

Correct the date. A date that is still planned has type 1 (start) or 3 (end), one
that came has type 2 or 4. "Ahead" is judged by --as-of.`,
	Check: lint.Each(activityDates),
}

// The types of an activity-date.
const (
	plannedStart = "1"
	actualStart  = "2"
	plannedEnd   = "3"
	actualEnd    = "4"
)

func activityDates(p *lint.Pass, e *schema.Entry) {
	noStart(p, e)
	inOrder(p, e, plannedStart, plannedEnd, "planned", "11.1.2")
	inOrder(p, e, actualStart, actualEnd, "actual", "11.1.3")
	notAhead(p, e, actualStart, "start", "11.1.4")
	notAhead(p, e, actualEnd, "end", "11.1.5")
	if e.LastUpdated.OK && e.LastUpdated.Parsed.After(p.Env.AsOf) {
		p.Report(lint.Violation{
			At:      e.LastUpdated.At,
			Message: fmt.Sprintf("the activity was last updated on %s, which is after %s", e.LastUpdated.Value, p.Env.AsOf),
			Refs:    []string{"11.1.1"},
		})
	}
}

func noStart(p *lint.Pass, e *schema.Entry) {
	if e.Kind != schema.ActivityEntry || e.ResultsOnly || dateOf(e, plannedStart) != nil || dateOf(e, actualStart) != nil || found.Official(e, "6.11.1") {
		return // an outcome of a portal has no dates
	}
	v := lint.Violation{At: e.Tag, Message: "the activity has no start date, planned or actual", Refs: []string{"6.11.1"}}
	if len(e.Dates) > 0 {
		v.At, v.Node = e.Dates[0].Tag, e.Dates[0]
	}
	v.Hint = `add <activity-date type="1" iso-date="…"/> for the planned start, or type="2" for the actual one`
	p.Report(v)
}

func inOrder(p *lint.Pass, e *schema.Entry, startType, endType, which, ref string) {
	start, end := dateOf(e, startType), dateOf(e, endType)
	if start == nil || end == nil || !start.Date.OK || !end.Date.OK || !end.Date.Parsed.Before(start.Date.Parsed) {
		return
	}
	p.Report(lint.Violation{
		At:      end.Date.At,
		Node:    end,
		Message: fmt.Sprintf("the %s end %s is before the %s start %s", which, end.Date.Value, which, start.Date.Value),
		Refs:    []string{ref},
		Related: []lint.Related{{At: start.Date.At, Message: "the " + which + " start"}},
	})
}

func notAhead(p *lint.Pass, e *schema.Entry, kind, what, ref string) {
	d := dateOf(e, kind)
	if d == nil || !d.Date.OK || !d.Date.Parsed.After(p.Env.AsOf) {
		return
	}
	p.Report(lint.Violation{
		At:      d.Date.At,
		Node:    d,
		Message: fmt.Sprintf("the actual %s is %s, which is after %s", what, d.Date.Value, p.Env.AsOf),
		Hint:    "a date still to come is a planned one: type 1 for a start, type 3 for an end",
		Refs:    []string{ref},
	})
}

// dateOf returns the first date of a type, as the official validator takes it.
func dateOf(e *schema.Entry, kind string) *schema.ActivityDate {
	for _, d := range e.Dates {
		if d.Type.Value == kind {
			return d
		}
	}
	return nil
}
