package value

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ImplausibleChange reports actuals that look like slips of the decimal point.
var ImplausibleChange = &lint.Rule{
	ID:       "value/implausible-change",
	Title:    "an actual is ten times its target or more",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
An actual ten times as high as its target may be a success nobody foresaw. More
often a zero slipped in, or the target was written in thousands.

Compare both numbers with their source; if they are right, say why in the comment
of the actual. Reported once per indicator, for totals and targets of 2 or more.`,
	Check: lint.Each(implausibleChange),
}

func implausibleChange(p *lint.Pass, i *schema.Indicator) {
	if i.Measure.Value != "1" && i.Measure.Value != "2" {
		return
	}
	for _, period := range values.InTime(i) {
		target, actual := values.Total(period.Targets), values.Total(period.Actuals)
		if target == nil || actual == nil || target.Value.Parsed < 2 || actual.Value.Parsed < 10*target.Value.Parsed ||
			values.MisreadingsOf(p.Env, p.Entry).Has(target, actual) {
			continue
		}
		p.Report(lint.Violation{
			At:      actual.Value.At,
			Node:    actual,
			Message: fmt.Sprintf("the actual is %s, %.0f times the target of %s", actual.Value.Value, actual.Value.Parsed/target.Value.Parsed, target.Value.Value),
			Related: []lint.Related{{At: target.Value.At, Message: "the target"}},
		})
		return
	}
}
