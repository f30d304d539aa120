package history

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// StatusRegressed reports entries that are less far on than they were.
var StatusRegressed = &lint.Rule{
	ID:       "history/status-regressed",
	Title:    "the status went back",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
An activity that was closed and is in implementation again, or one in implementation
that is planned again, tells readers that one of the two was wrong: its results were
taken for final.

Put the later status back. If the work was taken up again, say so in the
description, or start a new activity. An activity that was suspended may go on.`,
	Check: inBoth(statusRegressed),
}

func statusRegressed(p *lint.Pass, before, after *schema.Entry) {
	old, current := progress[trimmed(before.Status)], progress[trimmed(after.Status)]
	if old == 0 || current == 0 || current >= old {
		return
	}
	report(p, lint.Violation{
		At:      after.Status.At,
		Message: fmt.Sprintf("the status went back from %s to %s", codeWithName(before.Status, statuses), codeWithName(after.Status, statuses)),
	}, earlierValue{at: before.Status.At, text: before.Status.Value}, after.Status.Value)
}

var (
	progress = map[string]int{"1": 1, "2": 2, "3": 3, "4": 4, "5": 4}
	statuses = map[string]string{"1": "pipeline", "2": "implementation", "3": "finalisation", "4": "closed", "5": "cancelled", "6": "suspended"}
)
