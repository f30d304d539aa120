package spell

import (
	"strings"
	"unicode"
)

// shape is what a token looks like.
type shape uint8

const (
	lowerCase  shape = iota // letters, none of them a capital
	startCase               // a capital, then lower-case letters
	apostrophe              // letters, none of them a capital, and apostrophes
	mixed                   // has parts: hyphens, full stops, slashes
	opaque                  // capitals inside, digits, underscores, anything else
)

func shapeOf(token string) shape {
	var upper, first, apostrophes, marks bool
	for i, r := range token {
		switch {
		case 'a' <= r && r <= 'z':
		case r == '\'' || r == '’':
			apostrophes = true
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
	case upper || token == "":
		return opaque
	case first && apostrophes:
		return opaque
	case apostrophes:
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

// bare takes off what a word carries at an apostrophe, and reports whether that
// was a French elision.
func (c *Checker) bare(word string) (bare string, elided bool) {
	if c.lang == english {
		if w, ok := strings.CutSuffix(word, "'s"); ok {
			return w, false
		}
		if w, ok := strings.CutSuffix(word, "s'"); ok {
			return w + "s", false
		}
	}
	if head, rest, ok := strings.Cut(word, "'"); ok && elisions[head] {
		return rest, true
	}
	return strings.Trim(word, "'"), false
}

var elisions = map[string]bool{"l": true, "d": true, "qu": true, "s": true, "n": true, "m": true, "t": true, "j": true,
	"c": true, "lorsqu": true, "puisqu": true, "quoiqu": true, "jusqu": true}
