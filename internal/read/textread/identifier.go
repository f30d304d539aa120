package textread

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// scheme knows the identifiers of entries.
type scheme struct {
	own *regexp.Regexp // that of the organisation; nil = none is known
}

// The forms of identifiers, in capitals, with hyphens for dashes.
var (
	// numbered ends in the number of a results framework: XM-DAC-41146-KEN_D_1.2,
	// SP_D_1.2.
	numbered = regexp.MustCompile(`^[\pL\d]+([-_][\pL\d]+)*_\d+(\.\d+)+\pL?$`)
	// registered begins with an organisation as the standard names it, by a register
	// and its number there: GB-CHC-1234567-P1, NL-KVK-27108436.
	registered = regexp.MustCompile(`^\pL{2}-[\pL\d]+-[-_./&\pL\d]*\d[-_./&\pL\d]*$`)
)

// names reports whether a text is surely an identifier.
func (s scheme) names(id string) bool {
	return s.own != nil && s.own.MatchString(id) || numbered.MatchString(id) ||
		registered.MatchString(id) && !strings.HasPrefix(id, "UN-") && !strings.HasPrefix(id, "EU-")
}

// complete reports whether nothing that follows can belong to an identifier.
func (s scheme) complete(id string) bool {
	return s.own != nil && s.own.MatchString(id) || numbered.MatchString(id)
}

const (
	maxIdentifier = 100 // bytes
	maxPieces     = 9   // that blanks break an identifier into
)

// identifier returns the length of the identifier that a text begins with, which may
// have blanks in it and dashes of every kind; 0 where there is none.
func (s scheme) identifier(text string) int {
	text = text[:min(len(text), maxIdentifier)]
	if !marked(text) {
		return 0
	}
	id, found := "", 0
	for end, n := 0, 0; n < maxPieces; n++ {
		start := end + len(text[end:]) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
		piece := text[start : start+inIdentifier(text[start:])]
		plain := plainIdentifier(piece)
		if plain == "" || n > 0 && !joins(id, plain, text[:end], piece) {
			break
		}
		if id != "" && !beside(id, plain) {
			id += "_"
		}
		id, end = id+plain, start+len(piece)
		if s.names(strings.TrimRight(id, "-_.")) {
			found = start + len(strings.TrimRight(piece, `._-\`))
			if s.complete(id) && !strings.HasPrefix(strings.TrimLeft(text[end:], " \t\u00a0"), ".") {
				break
			}
		}
	}
	return found
}

// marked reports whether the first word of a text has a digit or a mark of
// identifiers, or one stands behind it.
func marked(text string) bool {
	n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !invisible(r) })
	if n < 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[n:], unicode.IsSpace))
	return dash(next) || strings.ContainsRune(`_.\`, next) || unicode.IsDigit(next) || upper(text[:n])
}

// joins reports whether a piece goes on with an identifier after a blank: a mark of it stands
// beside the blank, or both sides are in capitals.
func joins(id, next, before, piece string) bool {
	if beside(id, next) {
		return strings.Trim(next, "-_.") == "" && len(next) == 1 || strings.ContainsAny(next, "0123456789") || len(next) <= 4 && upper(piece)
	}
	return len(next) <= 6 && upper(before) && upper(piece)
}

func beside(id, next string) bool {
	return strings.ContainsRune("-_.", rune(id[len(id)-1])) || strings.ContainsRune("-_.", rune(next[0]))
}

func upper(s string) bool { return !strings.ContainsFunc(s, unicode.IsLower) }

// inIdentifier returns how many bytes of a text may be part of an identifier.
func inIdentifier(text string) int {
	n := strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`_./\&`, r) && !dash(r) && !invisible(r)
	})
	if n < 0 {
		n = len(text)
	}
	for n > 0 && n < len(text) && !utf8.RuneStart(text[n]) { // the text was cut
		n--
	}
	return n
}

// plainIdentifier returns a text in capitals, with hyphens for dashes and without
// what can't be seen.
func plainIdentifier(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case dash(r):
			return '-'
		case invisible(r) || r == '\\': // Markdown escapes an underscore
			return -1
		}
		return unicode.ToUpper(r)
	}, text)
}

// dash reports whether a character is a hyphen, a dash or a minus of any kind.
func dash(r rune) bool {
	return r == '-' || r == '\u2212' || r == '\uff0d' || r > unicode.MaxLatin1 && unicode.Is(unicode.Pd, r)
}

// invisible reports whether a character has no width.
func invisible(r rune) bool { return r > '\u007f' && unicode.Is(unicode.Cf, r) }

// identifierLike distinguishes an identifier, be it malformed, from the rest of a
// sentence: it has a digit, and white space only beside a separator.
func identifierLike(s string) bool {
	if len(s) > maxIdentifier || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	words := strings.Fields(s)
	for i, word := range words[1:] {
		if !separator(word[0]) && !separator(words[i][len(words[i])-1]) {
			return false
		}
	}
	return len(words) <= 3 && strings.ContainsAny(s, "_-.–")
}

func separator(c byte) bool { return c == '_' || c == '-' || c == '.' }

// fusedAt finds where a portal's second page type glued the short identifier
// to the whole one: "MLI_D_1.1XM-DAC-41146-MLI_D_1.1".
func fusedAt(s string) int {
	for i := len(s)/2 - 1; i > 0; i-- {
		rest := s[i:]
		if strings.HasSuffix(rest, s[:i]) && len(rest) > i+1 && rest[len(rest)-i-1] == '-' {
			return i
		}
	}
	return 0
}

func fusedFault(e *schema.Entry, h heading) schema.Fault {
	short := e.Source.At(h.fused)
	return schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		At:      h.fused,
		Message: "the short identifier \"" + short + "\" is glued to the whole one \"" + e.Identifier.Value + "\", as when two cells of a portal page are copied together",
		Fix:     &schema.Replacement{Title: "keep the whole identifier only", At: h.fused},
	}
}
