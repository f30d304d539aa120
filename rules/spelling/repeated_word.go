package spelling

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// RepeatedWord reports words that stand twice in a row.
var RepeatedWord = &lint.Rule{
	ID:       "spelling/repeated-word",
	Title:    "a word stands twice in a row",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"The the" is left over from editing: a word was moved and not taken away, or
another one was meant. Doubles that a language really has ("had had", "nous
nous") are left alone.

Remove the second one, or write the word that was meant.`,
	Check: each(spell.Repetition, repeatedWord),
}

func repeatedWord(p *lint.Pass, n *schema.Narrative, f spell.Finding) {
	second := strings.TrimSpace(n.Value[f.Start:f.End]) // the finding begins with the gap before it
	p.Report(lint.Violation{
		At:      prose.At(p, n, text.Span{Start: f.End - len(second), End: f.End}),
		Message: fmt.Sprintf("%q stands twice in a row", second),
		Fixes:   prose.Rewrite(p, n, "remove the second one", false, prose.Change{Span: span(f)}),
	})
}
