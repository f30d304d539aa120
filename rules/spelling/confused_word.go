package spelling

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ConfusedWord reports real words in the place of others.
var ConfusedWord = &lint.Rule{
	ID:       "spelling/confused-word",
	Title:    "a word stands in the place of another",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"Equipped to analysis", "it's own", "to loose their homes": each word exists, so
no dictionary finds the slip, but another one was meant. Reported are only a
small number of turns of phrase in which there is hardly a doubt.

Write the word that is suggested.`,
	Check: each(spell.Confusion, confusedWord),
}

func confusedWord(p *lint.Pass, n *schema.Narrative, f spell.Finding) {
	word := n.Value[f.Start:f.End]
	v := lint.Violation{At: prose.At(p, n, span(f)), Message: fmt.Sprintf("%q is not the word that is meant here", word)}
	if len(f.Corrections) > 0 {
		v.Message = fmt.Sprintf("%q stands where %s is meant", word, alternatives(f.Corrections[:1]))
		v.Fixes = prose.Rewrite(p, n, fmt.Sprintf("write %q", f.Corrections[0]), false, prose.Change{Span: span(f), To: f.Corrections[0]})
	}
	p.Report(v)
}
