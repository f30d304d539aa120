package narrative

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ActivityNotChange reports outcomes that state only what is done.
var ActivityNotChange = &lint.Rule{
	ID:       "narrative/activity-not-change",
	Title:    "an outcome tells what is done, not what changes",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
"Training of judges" and "Support the ministry" are what an organisation does. An
outcome is what becomes different for people or institutions because of it, and
only that can be reached or missed.

Write who does, has or knows what afterwards: "Judges apply the new law". The
guidance of the United Nations on results-based management asks for this; no
standard does, so this is advice. The rule knows English, French, Spanish and
Portuguese, and is silent where it is unsure.`,
	Check: prose.EachText(activities, activityNotChange),
}

func activities(t prose.Text) []text.Span {
	if s, ok := statement(t); ok && s.ActivityOnly {
		return []text.Span{s.ActivityAt}
	}
	return nil
}

func activityNotChange(p *lint.Pass, n *schema.Narrative, found []text.Span) {
	if !mustStateOutcome(p, n) {
		return
	}
	p.Report(lint.Violation{
		At:      prose.At(p, n, found[0]),
		Message: fmt.Sprintf("the outcome tells what is done (%q), not what changes for whom", found[0].Of(n.Value)),
		Hint:    "write who does, has or knows what afterwards",
	})
}
