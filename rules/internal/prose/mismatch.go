package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/schema"
)

const (
	mismatchWords      = 20  // fewer words may be names and titles
	mismatchConfidence = 0.5 // of the language that the text seems to be in
	sample             = 1500
)

// Mismatch is the language that a narrative is evidently written in, where
// that is another than it declares.
func Mismatch(n *schema.Narrative) (code string, other bool) {
	r := read(n)
	if r.first(doneMismatch) {
		r.mismatch = mismatch(n)
	}
	return r.mismatch, r.mismatch != ""
}

func mismatch(n *schema.Narrative) string {
	if n.Lang == "" || strings.Count(n.Value, " ") < mismatchWords-1 {
		return ""
	}
	text := n.Value
	if len(text) > sample {
		text = text[:sample+strings.IndexByte(text[sample:]+" ", ' ')]
	}
	g := lang.Detect(text)
	if g.Code == "" || g.Code == n.Lang || g.Words < mismatchWords || g.Confidence < mismatchConfidence {
		return ""
	}
	return g.Code
}
