package history

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// NotUpdated reports entries in which nothing changed though there was something
// to report.
var NotUpdated = &lint.Rule{
	ID:       "history/not-updated",
	Title:    "nothing changed in an entry, though a period ended",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
A period has ended since the earlier submission, and the entry says what it said
before: the actual of that period is still to come, or was forgotten.

Report what was reached. The earlier submission is dated by the entry's last update;
where it has none, a period counts that ended within a year before --as-of. An entry
that is closed or cancelled may stay as it is.`,
	Check: lint.Pair(notUpdated),
}

func notUpdated(p *lint.Pass, before, after *schema.Entry) {
	if before == nil || after == nil || !p.Match.Same || progress[trimmed(after.Status)] >= progress["3"] {
		return
	}
	since, known := submissionDay(p)
	if !known {
		const year = 366
		since = p.Env.AsOf.AddDays(-year)
	}
	for period := range values.Periods(after) {
		if !period.End.OK || len(period.Actuals) > 0 || period.End.Parsed.Before(since) || !period.End.Parsed.Before(p.Env.AsOf) {
			continue
		}
		report(p, lint.Violation{
			At:      period.End.At,
			Node:    period,
			Message: fmt.Sprintf("the period %s ended on %s, but nothing has changed in %s since", years(period), period.End.Parsed, entryName(after)),
			Hint:    "report what was reached",
		}, earlierValue{at: before.Place(), text: describe.Text(before.Title)}, describe.Text(after.Title))
		return
	}
}
