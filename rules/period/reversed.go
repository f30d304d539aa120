package period

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Reversed reports periods that end before they start.
var Reversed = &lint.Rule{
	ID:       "period/reversed",
	Title:    "a period ends before it starts",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"8.6.1"},
	Doc: `
Readers sort and group results by period. A period that ends before it starts
falls out of every such grouping, so its target and actual are never shown.

Check which of the two dates is mistyped; swapped day and month is the usual cause.`,
	Check: lint.Each(reversed),
}

func reversed(p *lint.Pass, period *schema.Period) {
	start, end := period.Start, period.End
	if !start.OK || !end.OK || !end.Parsed.Before(start.Parsed) {
		return // an absent or malformed date is another rule's business
	}
	p.Report(lint.Violation{
		At:      end.At,
		Message: "the period ends on " + end.Value + ", before it starts on " + start.Value,
		Refs:    []string{"8.6.1"},
		Related: []lint.Related{{At: start.At, Message: "it starts here"}},
	})
}
