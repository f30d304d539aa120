package history

import (
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// CumulativeRegressed reports cumulative figures that are lower than last time.
var CumulativeRegressed = &lint.Rule{
	ID:       "history/cumulative-regressed",
	Title:    "a cumulative actual is lower than in the earlier submission",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A cumulative figure holds all that was reached so far. It can stand still, but it
can't be less than it was last time. If it is, one of the two is wrong, or is the
figure of its period alone.

Correct the figure, or the word in the title or description. Where the figures of
one submission fall from period to period, value/cumulative-decrease says so.`,
	Check: inBoth(cumulativeRegressed),
}

func cumulativeRegressed(p *lint.Pass, before, after *schema.Indicator) {
	if remeasured(before, after) || after.Qualitative() || !values.Cumulative(before) || !values.Cumulative(after) {
		return
	}
	old, current := values.LatestActual(before), values.LatestActual(after)
	if old == nil || current == nil {
		return
	}
	c, ok := numberChange(old, current)
	if !ok || c.after >= c.before || current.Period().End.Parsed.Before(old.Period().End.Parsed) || stillHas(after, c.before) {
		return
	}
	report(p, lint.Violation{
		At:      current.Value.At,
		Node:    current,
		Message: fmt.Sprintf("%s is %s, but the indicator is called cumulative, and it was %s for %s", measurement(current), valueText(current), valueText(old), years(old.Period())),
		Hint:    "correct the figure, or the word in the title or description",
	}, earlierMeasurement(old), current.Value.Value)
}

// stillHas reports whether a period has the higher figure: the fall can be seen
// within the submission.
func stillHas(i *schema.Indicator, number float64) bool {
	return slices.ContainsFunc(i.Periods, func(period *schema.Period) bool {
		m := values.Total(period.Actuals)
		return m != nil && m.Value.Parsed >= number
	})
}

// regressedHere reports whether history/cumulative-regressed reports the change of
// an actual.
func regressedHere(before, after *schema.Measurement) bool {
	b, a := before.Indicator(), after.Indicator()
	return b != nil && a != nil && after.Value.Parsed < before.Value.Parsed && values.Cumulative(b) && values.Cumulative(a) &&
		values.LatestActual(b) == before && values.LatestActual(a) == after && !stillHas(a, before.Value.Parsed)
}
