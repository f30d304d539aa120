package marker

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TemplateLeftover reports what is left of a form or a review.
var TemplateLeftover = &lint.Rule{
	ID:       "marker/template-leftover",
	Title:    "a form or a review has left something in a text",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"[insert figure]", "XX% of women", "Comment [AB1]" or "#REF!" shows that a gap was
never filled in, and often that a figure is missing that somebody meant to give.

Fill the gap in, or write the sentence without it.`,
	Check: each(text.Template, templateLeftover),
}

func templateLeftover(p *lint.Pass, n *schema.Narrative, m text.Marker) {
	p.Report(lint.Violation{
		At:      prose.At(p, n, m.Span),
		Message: fmt.Sprintf("%s has a gap that was never filled in: %q", prose.Called(p, n), m.Of(n.Value)),
		Hint:    "write what belongs there, or the sentence without it",
	})
}
