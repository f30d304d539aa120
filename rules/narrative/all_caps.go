package narrative

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// AllCaps reports sentences in capitals.
var AllCaps = &lint.Rule{
	ID:       "narrative/all-caps",
	Title:    "a sentence is written in capitals",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
Capitals are slower to read, screen readers may spell them letter by letter, and
nobody can tell an acronym from a word, so no spelling is checked either.

Write the sentence in small letters, with capitals for names and acronyms. Short
headings and strings of acronyms are left alone.`,
	Check: prose.EachText(sentencesInCapitals, allCaps),
}

// sentencesInCapitals returns the first sentence in capitals.
func sentencesInCapitals(t prose.Text) []text.Sentence {
	if !t.Role.Reported() || !t.Written() {
		return nil
	}
	doc := t.Doc()
	for _, s := range doc.Sentences() {
		if isInCapitals(doc, s) {
			return []text.Sentence{s}
		}
	}
	return nil
}

func allCaps(p *lint.Pass, n *schema.Narrative, found []text.Sentence) {
	p.Report(lint.Violation{
		At:      prose.At(p, n, found[0].Span),
		Message: fmt.Sprintf("%s has a sentence in capitals", prose.Called(p, n)),
		Hint:    "use capitals for names and acronyms only",
	})
}

// enoughToShout is how many words in capitals make a sentence of capitals:
// words of four letters or more that a dictionary has, not acronyms.
const enoughToShout = 4

func isInCapitals(doc *text.Doc, s text.Sentence) bool {
	long := 0
	for _, w := range doc.Words()[s.First:s.Last] {
		switch {
		case w.Has(text.Lower | text.Capitalised | text.Mixed):
			return false
		case w.Has(text.AllCaps) && !w.Has(text.Digit) && w.Len() >= 4 && inDictionary(doc, w.Span):
			long++
		}
	}
	return long >= enoughToShout
}
