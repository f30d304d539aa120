package narrative

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/phrase"
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
was lost for good. Dashes, quotation marks, apostrophes and the euro sign of
Windows-1252 that were copied by their number (&#150; for –) are control
characters elsewhere, and vanish on every screen: "3–4 euros" reads as 34.

Write the punctuation that was meant, a space for the separator of a line, and
nothing for the others; for a replacement character, write the letter that was lost.
A bullet that only a symbol font shows is best written as a plain one. Marks that a
script needs (joiners in Persian or Hindi, spaces without width in Thai or Khmer)
are left alone.`,
	Check: prose.EachText(hiddenFound, hiddenCharacters),
}

func hiddenFound(t prose.Text) []text.Hidden {
	doc := t.Doc()
	return slices.DeleteFunc(slices.Clone(doc.Hidden()), func(h text.Hidden) bool { return damaged(doc, h) })
}

// damaged reports whether a character is half of one that file/mojibake repairs.
func damaged(doc *text.Doc, h text.Hidden) bool {
	return slices.ContainsFunc(doc.Mojibake(), func(m text.Mojibake) bool { return m.Overlaps(h.Span) })
}

func hiddenCharacters(p *lint.Pass, n *schema.Narrative, found []text.Hidden) {
	if prose.Empty(p.Env, n) {
		return // narrative/empty reports it
	}
	for c := range causes {
		same := slices.DeleteFunc(slices.Clone(found), func(h text.Hidden) bool { return causeOf(h) != c })
		if len(same) > 0 {
			p.Report(hiddenViolation(p, n, c, same))
		}
	}
}

// cause is how hidden characters came into a text. Each is mended in another way.
type cause uint8

const (
	carried    cause = iota // brought along: the text is right without them
	misencoded              // what they were is known
	unassigned              // Windows-1252 has nothing with the number
	lost                    // what they were is not known
	causes
)

func causeOf(h text.Hidden) cause {
	switch {
	case h.Kind == text.Replacement || h.Kind == text.BadEncoding:
		return lost
	case h.Meant != 0:
		return misencoded
	case h.Kind == text.Misencoded:
		return unassigned
	}
	return carried
}

func hiddenViolation(p *lint.Pass, n *schema.Narrative, c cause, found []text.Hidden) lint.Violation {
	first, more := found[0], len(found)-1
	v := lint.Violation{
		At:      prose.At(p, n, first.Span),
		Message: fmt.Sprintf("%s has %s in it (U+%04X)", prose.Called(p, n), hiddenName(first), first.Rune),
	}
	switch c {
	case unassigned:
		v.Message = fmt.Sprintf("%s has a character in the wrong encoding (U+%04X), and what it was can't be told", prose.Called(p, n), first.Rune)
	case misencoded:
		v.Message = fmt.Sprintf("%s has %s in the wrong encoding: U+%04X stands for \"%c\"", prose.Called(p, n), misencodedName(first.Meant), first.Rune, first.Meant)
	}
	switch {
	case more == 1:
		v.Message += ", and one more such character"
	case more > 1:
		v.Message += fmt.Sprintf(", and %d more such characters", more)
	}
	switch c {
	case lost:
		v.Hint = "write the letters that were lost"
	case unassigned:
		v.Hint = "write the letter or sign that was meant"
	default:
		v.Fixes = withoutHidden(p, n, found)
	}
	return v
}

// withoutHidden returns the fix that writes in place of hidden characters what was
// meant, a space or nothing. It is safe where no words or figures run together.
func withoutHidden(p *lint.Pass, n *schema.Narrative, found []text.Hidden) []lint.Fix {
	safe := true
	var changes []prose.Change
	var wanted []string // what is written, each once
	for _, h := range found {
		to := replacement(n.Value, h)
		changes = append(changes, prose.Change{Span: h.Span, To: to})
		safe = safe && carriesNothing(n.Value, h)
		if !slices.Contains(wanted, to) {
			wanted = append(wanted, to)
		}
	}
	return prose.Rewrite(p, n, rewriteTitle(wanted), safe, changes...)
}

// rewriteTitle says what to write in place of hidden characters.
func rewriteTitle(wanted []string) string {
	switch {
	case len(wanted) == 1 && wanted[0] == "":
		return "write the text without it"
	case len(wanted) == 1 && wanted[0] == " ":
		return "write a space in its place"
	case len(wanted) == 1:
		return fmt.Sprintf("write %q in its place", wanted[0])
	case slices.Contains(wanted, "") || slices.Contains(wanted, " "):
		return "write the text as it was meant"
	case len(wanted) > mostListed:
		return "write the letters and signs that were meant"
	}
	quoted := make([]string, len(wanted))
	for i, sign := range wanted {
		quoted[i] = fmt.Sprintf("%q", sign)
	}
	return "write " + phrase.List(quoted, "and") + " in their places"
}

const mostListed = 6 // signs in a title

// replacement returns what should replace a hidden character.
func replacement(s string, h text.Hidden) string {
	before, _ := utf8.DecodeLastRuneInString(s[:h.Start])
	after, _ := utf8.DecodeRuneInString(s[h.End:])
	switch {
	case h.Meant != 0:
		return strings.Repeat(string(h.Meant), utf8.RuneCountInString(h.Of(s)))
	case h.Kind == text.PrivateUse:
		return "•"
	case h.Kind == text.Separator && !edge(before) && (!edge(after) || isSeparator(after)):
		return " "
	}
	return ""
}

// edge reports whether a character is a blank, or none at the edge of a text.
func edge(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }

// isSeparator reports whether a character is a separator of lines, which is itself
// replaced.
func isSeparator(r rune) bool { return strings.ContainsRune("\v\f\u0085\u2028\u2029", r) }

// carriesNothing reports whether nothing is lost with a hidden character, and no word
// or figure beside it becomes another.
func carriesNothing(s string, h text.Hidden) bool {
	before, after := visibleBefore(s[:h.Start]), visibleAfter(s[h.End:])
	switch {
	case h.Meant != 0 || h.Kind == text.Separator:
		return true
	case h.Kind == text.PrivateUse || unicode.IsDigit(before) && unicode.IsDigit(after):
		return false
	case h.Kind == text.Control: // it may be any sign
		return edge(before) && !unicode.IsDigit(after) || edge(after) && !unicode.IsDigit(before)
	case h.Rune == '\u200b' || h.Rune == '\ufeff': // they may be a space, or the joint of two texts
		return !inWord(before) || !inWord(after)
	}
	return true
}

func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.M) }

// visibleBefore returns the last character of a text that can be seen.
func visibleBefore(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, unseen))
	return r
}

// visibleAfter returns the first character of a text that can be seen.
func visibleAfter(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unseen))
	return r
}

func unseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

// misencodedName returns what a message calls a character of Windows-1252.
func misencodedName(r rune) string {
	if unicode.IsLetter(r) && r != 'ˆ' {
		return "a letter"
	}
	return "punctuation"
}

func hiddenName(h text.Hidden) string {
	switch h.Kind {
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
	case text.Separator:
		return "a separator of lines or pages"
	}
	return "a control character"
}
