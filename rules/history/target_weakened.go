package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TargetWeakened reports targets that are easier to reach than they were.
var TargetWeakened = &lint.Rule{
	ID:       "history/target-weakened",
	Title:    "a target is easier to reach than in the earlier submission",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A target is a promise. One that is brought down until what was reached is enough
makes every report on it worthless, and donors look for just that.

Put the old target back and explain in the comment of the actual why it was missed.
If the plan was revised by agreement, say so in the comment of the target.

Which way is better is what ascending says: more, or less where it is false. Where
it is not given, more is better, unless all targets lie below the baseline. A target
that is gone from a period that is still there is the easiest of all.`,
	Check: valueCheck(schema.Target, "put the old target back, or say in its comment who agreed to the new one", targetWeakened),
}

func targetWeakened(p *lint.Pass, v lint.Violation, before, after *schema.Measurement) {
	c, ok := numberChange(before, after)
	if !ok {
		return
	}
	d := directionOf(before.Indicator(), after.Indicator(), c)
	if !d.easier(c) {
		return
	}
	v.Message = wentFrom(before, after) + ": easier to reach, as " + d.reason
	if i := after.Indicator(); i != nil && i.Ascending.OK {
		v.Related = []lint.Related{{At: i.Ascending.At, Message: "the direction"}}
	}
	reportValue(p, v, before, after)
}
