package spelling

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Misspelling reports words that are misspelt.
var Misspelling = &lint.Rule{
	ID:       "spelling/misspelling",
	Title:    "a word is misspelt",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A misspelt word is found by no search, is machine-translated wrongly, and makes
a reader doubt the rest. Reported are words known as misspellings, and unknown
words in small letters that are one slip away from a known one. Names, acronyms,
identifiers, addresses and words of other languages are left alone, and both
American and British spelling are right.

Write the word that is suggested. A term that is right but not known belongs
into the project's vocabulary.`,
	Check: each(spell.Misspelling, misspelling),
}

const maxSuggestions = 3

func misspelling(p *lint.Pass, n *schema.Narrative, f spell.Finding) {
	word := n.Value[f.Start:f.End]
	v := lint.Violation{At: prose.At(p, n, span(f)), Message: fmt.Sprintf("%q is misspelt", word)}
	suggestions := f.Corrections[:min(len(f.Corrections), maxSuggestions)]
	if len(suggestions) > 0 {
		v.Message += ": write " + alternatives(suggestions)
	}
	if len(suggestions) == 1 || f.Certain {
		title := fmt.Sprintf("write %q", suggestions[0])
		v.Fixes = prose.Rewrite(p, n, title, f.Certain, prose.Change{Span: span(f), To: suggestions[0]})
	}
	p.Report(v)
}
