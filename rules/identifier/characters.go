package identifier

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text"
)

// slip is a character, or a run of white space, that does not belong into an
// identifier.
type slip struct {
	text.Span
	name string // in words
	kind slipKind
	to   string // what to write in its place
}

type slipKind uint8

const (
	edge       slipKind = iota // white space at the start or end
	forbidden                  // one of / & | ?
	invisible                  // carries nothing
	separating                 // may have been a sign, or have set figures apart
	lookalike
)

// slips finds what does not belong into an identifier.
func slips(id string) []slip {
	inner := strings.TrimFunc(id, isSpace)
	var found []slip
	from := strings.Index(id, inner)
	if from > 0 {
		found = append(found, slip{text.Span{Start: 0, End: from}, "white space at its start", edge, ""})
	}
	for i, r := range inner {
		at := text.Span{Start: from + i, End: from + i + len(string(r))}
		if s, ok := slipOf(r); ok {
			s.Span = at
			if s.kind == invisible && betweenDigits(id, at) {
				s.kind = separating
			}
			found = append(found, s)
		}
	}
	if end := from + len(inner); end < len(id) && inner != "" {
		found = append(found, slip{text.Span{Start: end, End: len(id)}, "white space at its end", edge, ""})
	}
	return found
}

// betweenDigits reports whether a digit stands on both sides of a span.
func betweenDigits(s string, at text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at.Start])
	after, _ := utf8.DecodeRuneInString(s[at.End:])
	return unicode.IsDigit(before) && unicode.IsDigit(after)
}

// isSpace reports whether a character is white space that the official validator
// trims.
func isSpace(r rune) bool { return unicode.IsSpace(r) && r != '\u0085' || r == '\ufeff' }

func slipOf(r rune) (slip, bool) {
	if name, ok := forbiddenSigns[r]; ok {
		return slip{name: name, kind: forbidden, to: "-"}, true
	}
	switch {
	case r < unicode.MaxASCII && unicode.IsPrint(r) || r == ' ':
		return slip{}, false
	case unicode.IsControl(r):
		return controlSlip(r), true
	case unicode.Is(unicode.Cf, r):
		return slip{name: fmt.Sprintf("an invisible character (U+%04X)", r), kind: invisible}, true
	case unicode.Is(unicode.Zs, r):
		return slip{name: fmt.Sprintf("a special space (U+%04X)", r), kind: lookalike, to: " "}, true
	case unicode.Is(unicode.Pd, r) || r == '\u2212':
		return slip{name: fmt.Sprintf("a dash (%c) in place of a hyphen", r), kind: lookalike, to: "-"}, true
	case r > unicode.MaxASCII:
		if latin, ok := lookalikes[r]; ok {
			return slip{name: fmt.Sprintf("a letter of another script (U+%04X) that looks like %c", r, latin), kind: lookalike, to: string(latin)}, true
		}
		if r >= '！' && r <= '～' { // the wide forms of ASCII
			return slip{name: fmt.Sprintf("the wide character %c", r), kind: lookalike, to: string(r - '！' + '!')}, true
		}
	}
	return slip{}, false
}

// controlSlip returns the slip of a control character: a sign of Windows-1252 that
// has its number, if there is one.
func controlSlip(r rune) slip {
	if meant, ok := text.Windows1252(r); ok {
		if s, ok := slipOf(meant); ok {
			s.name += fmt.Sprintf(", in the wrong encoding (U+%04X)", r)
			return s
		}
	}
	return slip{name: fmt.Sprintf("an invisible character (U+%04X)", r), kind: separating}
}

// forbiddenSigns can't stand in an identifier: 1.3.13 of the official validator.
var forbiddenSigns = map[rune]string{'/': "a slash", '&': "an ampersand", '|': "a vertical bar", '?': "a question mark"}

// lookalikes are Cyrillic and Greek letters that look like Latin ones.
var lookalikes = runePairs(
	"АВЕЅІЈКМНОРСТХҮаеіјорсухѕ", "ABESIJKMHOPCTXYaeijopcyxs",
	"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo",
)

func runePairs(lists ...string) map[rune]rune {
	m := map[rune]rune{}
	for i := 0; i < len(lists); i += 2 {
		latin := []rune(lists[i+1])
		for j, r := range []rune(lists[i]) {
			m[r] = latin[j]
		}
	}
	return m
}

// withoutSlips returns the identifier as it was probably meant.
func withoutSlips(id string) string {
	clean, end := "", 0
	for _, s := range slips(id) {
		clean += id[end:s.Start] + s.to
		end = s.End
	}
	return clean + id[end:]
}
