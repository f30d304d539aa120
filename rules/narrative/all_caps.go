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
	Check: lint.EachText(allCaps),
}

func allCaps(p *lint.Pass, n *schema.Narrative) {
	if !prose.PartOf(p.Entry, n).Reported() || !prose.Written(p.Env, n) {
		return
	}
	doc := prose.Of(p.Env, n)
	for _, s := range doc.Sentences() {
		if shouted(doc, s) {
			p.Report(lint.Violation{
				At:      prose.At(p, n, s.Span),
				Message: fmt.Sprintf("%s has a sentence in capitals", prose.Called(p, n)),
				Hint:    "use capitals for names and acronyms only",
			})
			return
		}
	}
}

// enoughToShout is how many words in capitals make a sentence of capitals:
// words of four letters or more that a dictionary has, not acronyms.
const enoughToShout = 4

func shouted(doc *text.Doc, s text.Sentence) bool {
	long := 0
	for _, w := range doc.Words()[s.First:s.Last] {
		switch {
		case w.Has(text.Lower | text.Capitalised | text.Mixed):
			return false
		case w.Has(text.AllCaps) && !w.Has(text.Digit) && w.Len() >= 4 && known(doc, w.Span):
			long++
		}
	}
	return long >= enoughToShout
}
