package file

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Mojibake reports text that was decoded twice.
var Mojibake = &lint.Rule{
	ID:       "file/mojibake",
	Title:    "a text was read in the wrong encoding before it was written",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"fÃ©minin" is "féminin", saved as UTF-8 and read as Windows-1252. It happens where
a spreadsheet or a database is imported with the wrong encoding, and then to every
accent and every typographic sign in it.

Repair the text, and the import that broke it: choose UTF-8 there. The repair is
exact; --fix makes it.`,
	Check: prose.EachText(damage, mojibake),
}

func damage(t prose.Text) []text.Mojibake { return t.Doc().Mojibake() }

func mojibake(p *lint.Pass, n *schema.Narrative, found []text.Mojibake) {
	var changes []prose.Change
	for _, m := range found {
		changes = append(changes, prose.Change{Span: m.Span, To: strings.TrimPrefix(m.Repaired, "\ufeff")})
	}
	word := around(n.Value, found)
	v := lint.Violation{
		At:      prose.At(p, n, word),
		Message: fmt.Sprintf("%s was read in the wrong encoding: %q should be %q", prose.Called(p, n), word.Of(n.Value), repaired(n.Value, word, found)),
		Fixes:   prose.Rewrite(p, n, "repair the encoding", whole(n.Value, found), changes...),
	}
	p.Report(v)
}

// whole reports whether nothing of the text stays damaged when it is repaired: else
// what was lost has to be found first.
func whole(s string, found []text.Mojibake) bool {
	end := 0
	for _, m := range found {
		if broken(s[end:m.Start]) {
			return false
		}
		end = m.End
	}
	return !broken(s[end:])
}

// broken reports whether a text has signs of lost letters.
func broken(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r == utf8.RuneError || 0x80 <= r && r < 0xA0 })
}

// around returns the word with the first damage.
func around(s string, found []text.Mojibake) text.Span {
	word := found[0].Span
	for {
		r, size := utf8.DecodeLastRuneInString(s[:word.Start])
		if !unicode.IsLetter(r) {
			break
		}
		word.Start -= size
	}
	for {
		if r, size := utf8.DecodeRuneInString(s[word.End:]); unicode.IsLetter(r) {
			word.End += size
		}
		grown := word.End
		for _, m := range found {
			if m.Start <= word.End && m.End > word.End {
				word.End = m.End
			}
		}
		if r, _ := utf8.DecodeRuneInString(s[word.End:]); word.End == grown && !unicode.IsLetter(r) {
			return word
		}
	}
}

// repaired returns a word with its damage repaired.
func repaired(s string, word text.Span, found []text.Mojibake) string {
	var b strings.Builder
	at := word.Start
	for _, m := range found {
		if !word.Contains(m.Span) {
			continue
		}
		b.WriteString(s[at:m.Start] + m.Repaired)
		at = m.End
	}
	return b.String() + s[at:word.End]
}
