package narrative

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// CompoundOutcome reports outcomes that state several changes, or a change with
// the way to it.
var CompoundOutcome = &lint.Rule{
	ID:       "narrative/compound-outcome",
	Title:    "an outcome states more than one change",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
An outcome of two changes can be half reached, and then its indicators and its
status say nothing. Where the means stand in the statement ("through training"),
it is already decided how the change comes about.

Give each change its own outcome, and leave the means to the outputs. The guidance
of the United Nations on results-based management asks for this; no standard does,
so this is advice. The rule knows English, French, Spanish and Portuguese, and is
silent where it is unsure.`,
	Check: prose.EachText(compounds, compoundOutcome),
}

func compounds(t prose.Text) []text.Statement {
	if s, ok := statement(t); ok && s.Compound && !s.ActivityOnly {
		return []text.Statement{s}
	}
	return nil
}

func compoundOutcome(p *lint.Pass, n *schema.Narrative, found []text.Statement) {
	if !mustStateOutcome(p, n) {
		return
	}
	s := found[0]
	if !s.Means.IsZero() {
		p.Report(lint.Violation{
			At:      prose.At(p, n, s.Means),
			Message: fmt.Sprintf("the outcome says how it is to be reached (%q), not only what changes", s.Means.Of(n.Value)),
			Hint:    "leave the means to the outputs",
		})
		return
	}
	first, last := s.Changes[0], s.Changes[len(s.Changes)-1]
	if strings.Count(n.Value[first.End:last.Start], " ") <= pairOfVerbs {
		return
	}
	p.Report(lint.Violation{
		At:      prose.At(p, n, last),
		Message: fmt.Sprintf("the outcome states more than one change: %q and %q", first.Of(n.Value), last.Of(n.Value)),
		Related: []lint.Related{{At: prose.At(p, n, first), Message: "the first"}},
		Hint:    "give each change its own outcome",
	})
}

// pairOfVerbs is how many spaces stand between two verbs that say one thing:
// "participate in and benefit from", "known, respected and applied".
const pairOfVerbs = 3
