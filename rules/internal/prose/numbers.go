package prose

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Unmeasured reports whether a narrative surely measures nothing: no quantity is found
// in it, neither in the language that it is read in nor in the one that it seems to be
// in, and the number words of that language are known.
func Unmeasured(env *lint.Environment, n *schema.Narrative) bool {
	a := analysed(env, n)
	if measures(a.doc) || a.language != "" && !text.KnowsNumbers(a.language) {
		return false
	}
	found := Detector(env).Detect(n.Value)
	if found.Words == 0 {
		found = Detector(env).Detect(strings.ToLower(n.Value)) // Progress. GOOD PROGRESS.
	}
	switch {
	case !text.KnowsNumbers(found.Code):
		short := found.Words < enoughWords && !strings.ContainsFunc(n.Value, otherScript)
		return a.language != "" && (short || !text.Analysed(a.language))
	case found.Code == a.language:
		return true
	}
	return !measures(cacheOf(env).analysis(n.Value, n.Lang, found.Code).doc)
}

func measures(doc *text.Doc) bool { return slices.ContainsFunc(doc.Quantities(), text.Number.Evidence) }

func otherScript(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }
