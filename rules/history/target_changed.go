package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TargetChanged reports targets that are others than they were, but no easier.
var TargetChanged = &lint.Rule{
	ID:       "history/target-changed",
	Title:    "a target is another than in the earlier submission",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
A target that is raised, or one whose values have no order, is a change of plan that
readers should be told of. Once its period has closed, a target can no longer be a
plan, and a change is a warning.

Say in the comment of the target what it was and why it changed. A period has closed
if it ended before the earlier submission, which is dated by the entry's last update,
or by --as-of where it has none. A target that is easier to reach is
history/target-weakened.`,
	Check: inBoth(targetChanged),
}

func targetChanged(p *lint.Pass, before, after *schema.Measurement) {
	if before.Name() != schema.Target || remeasured(before.Indicator(), after.Indicator()) {
		return
	}
	c, ok := numberChange(before, after)
	if !ok && !otherWords(before, after) || ok && directionOf(before.Indicator(), after.Indicator(), c).easier(c) {
		return
	}
	v := valueViolation(p, after, "say in the comment of the target why it changed")
	v.Message = wentFrom(before, after)
	if closed(p, before.Period()) {
		v.Severity = lint.Warning
		v.Message += ", though that period had closed " + closedWhen(p)
	}
	reportValue(p, v, before, after)
}
