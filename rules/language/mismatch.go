package language

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// Mismatch reports narratives that are written in another language than they
// declare.
var Mismatch = &lint.Rule{
	ID:       "language/mismatch",
	Title:    "a narrative is written in another language than it declares",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Readers pick the text in their language by xml:lang, and translation tools trust
it. French under "en" is shown to those who asked for English, and missing for
those who asked for French.

Give the narrative the xml:lang of the language that it is in, or translate it.
Only texts of 20 words or more in English, French, Spanish or Portuguese are
judged, and only where there is hardly a doubt.`,
	Check: prose.EachText(otherLanguage, mismatch),
}

// otherLanguage returns the code of the language that a text is in, if it declares
// another one.
func otherLanguage(t prose.Text) []string {
	if t.Role.Of == schema.NoKind {
		return nil
	}
	if code, other := t.Mismatch(); other {
		return []string{code}
	}
	return nil
}

func mismatch(p *lint.Pass, n *schema.Narrative, found []string) {
	code := found[0]
	v := lint.Violation{
		At:      n.At,
		Message: fmt.Sprintf("the text is declared as %s but reads as %s", languageName(n.Lang), languageName(code)),
	}
	if n.Language.Present() {
		v.At = n.Language.At
		v.Related = []lint.Related{{At: n.At, Message: "the text"}}
		v.Fixes = []lint.Fix{lint.Replace(fmt.Sprintf("write xml:lang=%q", code), false, n.Language.At, code)}
	} else {
		v.Hint = fmt.Sprintf("write xml:lang=%q on the narrative; it now takes the language of the activity", code)
	}
	p.Report(v)
}

// languageName returns the name of a language on its code list.
func languageName(code string) string {
	if c, ok := codelist.Embedded().Lookup("Language", code); ok {
		return c.Name
	}
	return fmt.Sprintf("%q", code)
}
