package period

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ActualInFuture reports figures of what has not begun.
var ActualInFuture = &lint.Rule{
	ID:       "period/actual-in-future",
	Title:    "there is an actual for a period that has not started",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
An actual says what was reached. For a period that lies ahead nothing can have
been: the figure is a target in the wrong place, or the period's dates are wrong.

Move the figure into a target, or correct the dates. "Ahead" is judged by --as-of.
Reported once per indicator.`,
	Check: lint.Each(actualInFuture),
}

func actualInFuture(p *lint.Pass, i *schema.Indicator) {
	for _, period := range i.Periods {
		if !period.Start.OK || !period.Start.Parsed.After(p.Env.AsOf) {
			continue
		}
		for _, a := range period.Actuals {
			if !a.Value.OK {
				continue
			}
			p.Report(lint.Violation{
				At:      a.Value.At,
				Node:    a,
				Message: fmt.Sprintf("the actual is %s, but its period starts only on %s", a.Value.Value, period.Start.Value),
				Hint:    "move the figure into a target, or correct the dates",
				Related: []lint.Related{{At: period.Start.At, Message: "the period starts"}},
			})
			return
		}
	}
}
