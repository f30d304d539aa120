package narrative

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NotAnOutcomeStatement reports outcomes that name a subject and state nothing.
var NotAnOutcomeStatement = &lint.Rule{
	ID:       "narrative/not-an-outcome-statement",
	Title:    "an outcome states no change in anyone or anything",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
"Gender statistics" is a heading. Nobody can tell whether it was reached, because
it doesn't say what is to be different.

Write who is to do or have what: "Ministries use gender statistics in their
budgets". The guidance of the United Nations on results-based management asks for
this; no standard does, so this is advice. The rule knows English, French, Spanish
and Portuguese, and is silent where it is unsure.`,
	Check: prose.EachText(subjects, notAnOutcomeStatement),
}

func subjects(t prose.Text) []text.Statement {
	if s, ok := statement(t); ok && s.NounPhraseOnly {
		return []text.Statement{s}
	}
	return nil
}

func notAnOutcomeStatement(p *lint.Pass, n *schema.Narrative, _ []text.Statement) {
	if !mustStateOutcome(p, n) {
		return
	}
	span := trimmed(n)
	if p.Entry.Title == n.Parent() && weight(span.Of(n.Value)) < shortTitle {
		return // narrative/title-too-short says so
	}
	p.Report(lint.Violation{
		At:      prose.At(p, n, span),
		Message: fmt.Sprintf("the outcome %q names a subject and states no change", span.Of(n.Value)),
		Hint:    "write who is to do or have what",
	})
}
