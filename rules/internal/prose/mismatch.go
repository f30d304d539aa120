package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

const (
	mismatchWords      = 20  // fewer words may be names and titles
	mismatchConfidence = 0.5 // of the language that the text seems to be in
	sample             = 1500
)

// Mismatch returns the language that a narrative is evidently written in, where
// that is another than it declares.
func Mismatch(env *lint.Environment, n *schema.Narrative) (code string, other bool) {
	code = analysed(env, n).otherLanguage(env)
	return code, code != ""
}

func (a *analysis) otherLanguage(env *lint.Environment) string {
	if !a.compared {
		a.mismatch, a.compared = a.mismatched(&cacheOf(env).evidence), true
	}
	return a.mismatch
}

func (a *analysis) mismatched(evidence *lang.Evidence) string {
	whole, declared := a.doc.Text(), a.declared
	if declared == "" || strings.Count(whole, " ") < mismatchWords-1 || evidence.Is(declared, a.inLowerCase) {
		return ""
	}
	if len(whole) > sample {
		whole = whole[:sample+strings.IndexByte(whole[sample:]+" ", ' ')]
	}
	g := lang.Detect(whole)
	if g.Code == "" || g.Code == declared || g.Words < mismatchWords || g.Confidence < mismatchConfidence {
		return ""
	}
	return g.Code
}

// inLowerCase yields the lower-case words of the text with their IDs.
func (a *analysis) inLowerCase(yield func(string, uint16) bool) {
	for i, w := range a.doc.Words() {
		if w.Has(text.Lower) && !w.Has(text.Hyphen|text.Apostrophe|text.Digit|text.URL|text.Email) && !yield(w.Of(a.doc.Text()), a.doc.WordID(i)) {
			return
		}
	}
}
