package narrative

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// HiddenCharacters reports characters that nobody sees.
var HiddenCharacters = &lint.Rule{
	ID:       "narrative/hidden-characters",
	Title:    "a text has characters in it that nobody sees",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Text copied from a document or a web page brings along characters without a
shape: zero-width spaces, marks of direction, soft hyphens, control characters.
They break words apart for search, sorting and comparison, and nobody sees why. A
replacement character (a question mark in a black diamond) stands where a letter
was lost for good.

Remove them; for a replacement character, write the letter that was lost. A bullet
that only a symbol font shows is best written as a plain one. Marks that a script
needs (joiners in Persian or Hindi) are left alone.`,
	Check: prose.EachText(hiddenFound, hiddenCharacters),
}

func hiddenFound(t prose.Text) []text.Hidden {
	doc := t.Doc()
	return slices.DeleteFunc(slices.Clone(doc.Hidden()), func(h text.Hidden) bool { return damaged(doc, h) })
}

func hiddenCharacters(p *lint.Pass, n *schema.Narrative, found []text.Hidden) {
	if prose.Empty(p.Env, n) {
		return // narrative/empty reports it
	}
	var changes []prose.Change
	safe, lost := true, false
	for _, h := range found {
		changes = append(changes, prose.Change{Span: h.Span, To: replacement(h)})
		safe = safe && h.Kind != text.PrivateUse && !betweenLetters(n.Value, h)
		lost = lost || h.Kind == text.Replacement || h.Kind == text.BadEncoding
	}
	v := lint.Violation{
		At:      prose.At(p, n, found[0].Span),
		Message: fmt.Sprintf("%s has %s in it (U+%04X)", prose.Called(p, n), hiddenName(found[0].Kind), found[0].Rune),
	}
	switch more := len(found) - 1; {
	case more == 1:
		v.Message += ", and one more such character"
	case more > 1:
		v.Message += fmt.Sprintf(", and %d more such characters", more)
	}
	if lost {
		v.Hint = "write the letters that were lost"
	} else {
		v.Fixes = prose.Rewrite(p, n, "write the text without it", safe, changes...)
	}
	p.Report(v)
}

// damaged reports whether a character is half of one that file/mojibake repairs.
func damaged(doc *text.Doc, h text.Hidden) bool {
	return slices.ContainsFunc(doc.Mojibake(), func(m text.Mojibake) bool { return m.Overlaps(h.Span) })
}

// betweenLetters reports whether a character may have stood for a space: without it two
// words could run together.
func betweenLetters(s string, h text.Hidden) bool {
	if h.Kind != text.Control && h.Rune != '\u200b' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:h.Start])
	after, _ := utf8.DecodeRuneInString(s[h.End:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// replacement returns what should replace a hidden character: a space for a
// separator, a bullet for one of a symbol font's.
func replacement(h text.Hidden) string {
	switch h.Rune {
	case '\u2028', '\u2029', '\u0085', '\v', '\f':
		return " "
	}
	if h.Kind == text.PrivateUse {
		return "•"
	}
	return ""
}

func hiddenName(k text.HiddenKind) string {
	switch k {
	case text.ZeroWidth:
		return "a character without width"
	case text.Bidi:
		return "a mark of writing direction"
	case text.SoftHyphen:
		return "a soft hyphen"
	case text.Replacement, text.BadEncoding:
		return "a sign for a lost letter"
	case text.PrivateUse:
		return "a character that only its own font shows"
	}
	return "a control character"
}
