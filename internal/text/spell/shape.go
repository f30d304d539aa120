package spell

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is the form of a token.
type shape uint8

const (
	lowerCase  shape = iota // letters, none of them a capital
	startCase               // a capital, then lower-case letters
	apostrophe              // letters, none of them a capital, and apostrophes
	mixed                   // has parts: hyphens, full stops, slashes
	opaque                  // capitals inside, digits, underscores, anything else
)

func shapeOf(token string) shape {
	var upper, first, apostrophic, marks bool
	for i, r := range token {
		switch {
		case 'a' <= r && r <= 'z':
		case r == '\'' || r == '’':
			apostrophic = true
		case 'ﬀ' <= r && r <= 'ﬆ': // ligatures of a PDF: not a matter of spelling
			return opaque
		case unicode.IsUpper(r):
			upper = upper || i > 0
			first = first || i == 0
		case unicode.IsLetter(r):
		case isJoiner(r):
			marks = true
		default:
			return opaque
		}
	}
	switch {
	case marks:
		return mixed
	case upper || token == "" || first && apostrophic:
		return opaque
	case apostrophic:
		return apostrophe
	case first:
		return startCase
	}
	return lowerCase
}

// isJoiner reports whether a mark stands between the parts of a compound.
func isJoiner(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '—', '/', '.', ',', ';', ':', '·':
		return true
	}
	return false
}

// bare finds what is left of a word with apostrophes, of either form, without a
// possessive ending or an elision, and reports whether there was an elision.
func (c *Checker) bare(word string) (start, end int, elided bool) {
	last := strings.LastIndexAny(word, apostrophes)
	_, size := utf8.DecodeRuneInString(word[last:])
	if tail := word[last+size:]; c.lang == english && (tail == "s" || tail == "") {
		return 0, last, false
	}
	first := strings.IndexAny(word, apostrophes)
	_, size = utf8.DecodeRuneInString(word[first:])
	if elisions[word[:first]] {
		return first + size, len(word), true
	}
	return 0, len(word), false
}

const apostrophes = "'’"

var elisions = map[string]bool{"l": true, "d": true, "qu": true, "s": true, "n": true, "m": true, "t": true, "j": true,
	"c": true, "lorsqu": true, "puisqu": true, "quoiqu": true, "jusqu": true}
