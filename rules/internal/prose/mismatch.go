package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
)

const (
	mismatchWords      = 20  // fewer words may be names and titles
	mismatchConfidence = 0.5 // of the language that the text seems to be in
	sample             = 1500
)

// otherLanguage returns the language that the text is evidently written in, where
// that is another than it declares, else "".
func (a *analysis) otherLanguage(env *lint.Environment) string {
	if !a.compared {
		a.mismatch, a.compared = a.mismatched(env), true
	}
	return a.mismatch
}

// mismatched returns another language than the declared one that the text is
// evidently in, "" for none.
func (a *analysis) mismatched(env *lint.Environment) string {
	whole, declared := a.doc.Text(), a.declared
	if declared == "" || strings.Count(whole, " ") < mismatchWords-1 {
		return ""
	}
	detector := Detector(env)
	if !env.Uncached && detector.Evident(declared, a.inLowerCase) {
		return ""
	}
	if len(whole) > sample {
		whole = whole[:sample+strings.IndexByte(whole[sample:]+" ", ' ')]
	}
	g := detector.Detect(whole)
	if g.Code == "" || g.Code == declared || g.Words < mismatchWords || g.Confidence < mismatchConfidence {
		return ""
	}
	return g.Code
}

// inLowerCase yields the lower-case words of the text.
func (a *analysis) inLowerCase(yield func(string) bool) {
	for _, w := range a.doc.Words() {
		if w.Has(text.Lower) && !w.Has(text.Hyphen|text.Apostrophe|text.Digit|text.URL|text.Email) && !yield(w.Of(a.doc.Text())) {
			return
		}
	}
}
