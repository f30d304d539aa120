package prose

import (
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NumbersKnown reports whether a narrative is in a language whose number words are
// known: only then a text in which none is found has none.
func NumbersKnown(env *lint.Environment, n *schema.Narrative) bool {
	read := analysed(env, n).language
	if read != "" && !text.KnowsNumbers(read) {
		return false
	}
	found := Detector(env).Detect(n.Value)
	if found.Words == 0 {
		found = Detector(env).Detect(strings.ToLower(n.Value)) // Progress. GOOD PROGRESS.
	}
	switch {
	case text.KnowsNumbers(found.Code):
		return true
	case text.Analysed(read):
		return found.Words < enoughWords && !strings.ContainsFunc(n.Value, otherScript)
	}
	return read != ""
}

func otherScript(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }
