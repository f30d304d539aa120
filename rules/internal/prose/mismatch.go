package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

const (
	mismatchWords      = 20  // fewer words may be names and titles
	mismatchConfidence = 0.5 // of the language that the text seems to be in
	sample             = 1500
)

// Mismatch is the language that a narrative is evidently written in, where
// that is another than it declares.
func Mismatch(env *lint.Environment, n *schema.Narrative) (code string, other bool) {
	code = analysed(env, n).otherLanguage()
	return code, code != ""
}

func (a *analysis) otherLanguage() string {
	if !a.compared {
		a.mismatch, a.compared = mismatch(a.doc.Text(), a.declared), true
	}
	return a.mismatch
}

func mismatch(text, declared string) string {
	if declared == "" || strings.Count(text, " ") < mismatchWords-1 {
		return ""
	}
	if len(text) > sample {
		text = text[:sample+strings.IndexByte(text[sample:]+" ", ' ')]
	}
	if lang.Evident(text, declared) {
		return ""
	}
	g := lang.Detect(text)
	if g.Code == "" || g.Code == declared || g.Words < mismatchWords || g.Confidence < mismatchConfidence {
		return ""
	}
	return g.Code
}
