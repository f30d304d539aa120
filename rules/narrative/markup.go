package narrative

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Markup reports what was written for a web page or an editor, not for a reader.
var Markup = &lint.Rule{
	ID:       "narrative/markup",
	Title:    "a text has HTML, character codes or Markdown in it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Narratives are plain text. What was copied from a web page or an editor brings
<p>, &nbsp; or **stars** along, and every reader shows them as they are.

Remove them. A line that was broken by <br> or <p> can be broken by a line break.
In XML an ampersand is escaped once, as &amp;, and not twice, as &amp;amp;.`,
	Check: prose.EachText(markupOf, markup),
}

func markupOf(t prose.Text) []text.Markup { return t.Doc().Markup() }

func markup(p *lint.Pass, n *schema.Narrative, found []text.Markup) {
	safe := true
	var changes []prose.Change
	for _, m := range found {
		safe = safe && m.Kind == text.Entity && m.Clean != "" // what is not seen may set words apart
		changes = append(changes, prose.Change{Span: m.Span, To: m.Clean})
	}
	first := found[0]
	v := lint.Violation{
		At:      prose.At(p, n, first.Span),
		Message: fmt.Sprintf("%s has %s in it: %q", prose.Called(p, n), markupName(first.Kind), first.Of(n.Value)),
		Hint:    "write plain text",
	}
	title := "remove it"
	if first.Clean != "" && safe {
		title = fmt.Sprintf("write %q", first.Clean)
	}
	if len(found) > 1 {
		v.Message += fmt.Sprintf(" and %d more", len(found)-1)
		title = "write plain text"
	}
	v.Fixes = prose.Rewrite(p, n, title, safe, changes...)
	p.Report(v)
}

func markupName(k text.MarkupKind) string {
	switch k {
	case text.Tag:
		return "an HTML tag"
	case text.Entity:
		return "the code of a character"
	}
	return "Markdown"
}
