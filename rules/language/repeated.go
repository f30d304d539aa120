package language

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Repeated reports two texts of one language in one element.
var Repeated = &lint.Rule{
	ID:       "language/repeated",
	Title:    "an element has two texts in the same language",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Several narratives in one element are translations of each other. Of two in the
same language readers show either, or the first only.

Join paragraphs into one narrative, remove the copy, or correct the language of
the translation: it is often the default language of the activity, because the
translation's own was left out.`,
	Check: lint.Also(
		lint.Each(func(p *lint.Pass, prose *schema.Prose) { repeated(p, prose.Narratives, prose.Name()) }),
		lint.Each(func(p *lint.Pass, o *schema.Organisation) { repeated(p, o.Narratives, "name of the organisation") })),
}

func repeated(p *lint.Pass, narratives []*schema.Narrative, element string) {
	for i, n := range narratives {
		code := declared(p.Entry, n)
		if code == "" {
			continue // language/undeclared
		}
		for _, before := range narratives[:i] {
			if declared(p.Entry, before) != code {
				continue
			}
			v := lint.Violation{
				At:      n.Tag,
				Node:    n,
				Message: fmt.Sprintf("the %s has a second text in the language %q", element, code),
				Related: []lint.Related{{At: before.Tag, Message: "the first text in this language"}},
			}
			if !n.Language.Present() {
				v.Message += ", the default of the activity"
			} else {
				v.At = n.Language.At
			}
			if n.Value == before.Value {
				v.Message = fmt.Sprintf("the %s has the same text in the language %q twice", element, code)
			}
			p.Report(v)
			return
		}
	}
}

// declared returns the language that the file declares for a narrative.
func declared(e *schema.Entry, n *schema.Narrative) string {
	code := e.Language.Value
	if n.Language.Present() {
		code = n.Language.Value
	}
	return strings.ToLower(strings.TrimSpace(code))
}
