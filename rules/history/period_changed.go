package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// PeriodChanged reports periods whose values stayed while a date moved.
var PeriodChanged = &lint.Rule{
	ID:       "history/period-changed",
	Title:    "a period has another start or end than in the earlier submission",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A target that is to be reached later is an easier one, and an actual belongs to the
days in which it was counted. If the date of a period moves while its values stay,
both say something else.

Put the old date back. A target for a later day is a new period with a target of its
own.`,
	Check: inBoth(periodChanged),
}

func periodChanged(p *lint.Pass, before, after *schema.Period) {
	for _, d := range []struct {
		name     string
		old, now schema.Field[schema.Date]
	}{{"start", before.Start, after.Start}, {"end", before.End, after.End}} {
		if !d.old.OK || !d.now.OK || d.old.Parsed == d.now.Parsed {
			continue
		}
		report(p, lint.Violation{
			At:      d.now.At,
			Message: "the " + d.name + " of the period went from " + d.old.Parsed.String() + " to " + d.now.Parsed.String() + ", and its values stayed",
		}, earlierValue{at: d.old.At, text: d.old.Parsed.String()}, d.now.Parsed.String())
	}
}
