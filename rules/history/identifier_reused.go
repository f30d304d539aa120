package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// IdentifierReused reports identifiers that another outcome has now.
var IdentifierReused = &lint.Rule{
	ID:       "history/identifier-reused",
	Title:    "an identifier stands for another outcome than in the earlier submission",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
Whoever follows the identifier joins the figures of two outcomes that have nothing
to do with one another. It happens when a new plan numbers its outcomes from 1.1
again.

Give the new outcome an identifier of its own, one that tells the plan, and keep the
old entry, closed. Reported where neither the statement nor the results, indicators
and narratives are like the earlier ones; a translation is not reported. Nothing
else in such an entry is compared with what it was.`,
	Check: lint.Pair(identifierReused),
}

func identifierReused(p *lint.Pass, before, after *schema.Entry) {
	if before == nil || after == nil || !identifierReassigned(p) {
		return
	}
	report(p, lint.Violation{
		At:      after.Place(),
		Message: trimmed(after.Identifier) + " stood for another outcome: " + quoted(describe.Text(before.Title)) + ", now " + quoted(describe.Text(after.Title)),
		Hint:    "give the new outcome an identifier of its own, and keep the old entry",
	}, earlierValue{at: before.Place(), text: describe.Text(before.Title), message: "what it stood for"}, describe.Text(after.Title))
}
