package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ClosedActualRevised reports actuals that were changed after the event.
var ClosedActualRevised = &lint.Rule{
	ID:       "history/closed-actual-revised",
	Title:    "an actual was changed for a period that had closed before the earlier submission",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
What was reached by the end of a closed period was reported as final. Readers have
used the figure; one that changes without a word casts doubt on all of them.

Put the old figure back, or say in the comment of the actual what was corrected and
why. A period has closed if it ended before the earlier submission, which is dated
by the entry's last update, or by --as-of where it has none. A number in another form
(1,000 for 1000) is the same number.`,
	Check: inBoth(closedActualRevised),
}

func closedActualRevised(p *lint.Pass, before, after *schema.Measurement) {
	if before.Name() != schema.Actual || !closed(p, before.Period()) || remeasured(before.Indicator(), after.Indicator()) {
		return
	}
	if _, ok := numberChange(before, after); !ok || regressedHere(before, after) {
		return
	}
	v := valueViolation(p, after, "put the old figure back, or say in the comment of the actual why it was corrected")
	v.Message = wentFrom(before, after) + ", though that period had closed " + closedWhen(p)
	reportValue(p, v, before, after)
}
