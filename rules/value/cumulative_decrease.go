package value

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// CumulativeDecrease reports cumulative indicators that fall.
var CumulativeDecrease = &lint.Rule{
	ID:       "value/cumulative-decrease",
	Title:    "an indicator is called cumulative, but falls from one period to the next",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A cumulative figure holds all that was reached so far. It can stand still, but it
can't fall. If it does, one of the two is the figure of its period alone.

Correct the figure that is not cumulative, or the word in the title or description.`,
	Check: lint.Each(cumulativeDecrease),
}

func cumulativeDecrease(p *lint.Pass, i *schema.Indicator) {
	if i.Measure.Value != "1" || len(i.Periods) < 2 || !values.Cumulative(i) {
		return
	}
	var before *schema.Measurement
	var end schema.Date
	for _, period := range values.InTime(i) {
		actual := values.Total(period.Actuals)
		if actual == nil {
			continue
		}
		if before != nil && period.End.Parsed.After(end) && actual.Value.Parsed < before.Value.Parsed && !values.MisreadingsOf(p.Env, p.Entry).Has(before, actual) {
			p.Report(lint.Violation{
				At:      actual.Value.At,
				Node:    actual,
				Message: fmt.Sprintf("the actual falls from %s to %s, but the indicator is called cumulative", before.Value.Value, actual.Value.Value),
				Related: []lint.Related{{At: before.Value.At, Message: "the period before"}},
			})
			return
		}
		before, end = actual, period.End.Parsed
	}
}
