package spell

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// smallSlip reports whether a word is a right one but for accents that it lacks, or
// for one letter that was lost or doubled, or swapped with the next. Any other slip
// may be another word: "globala" is not "global", nor "andother" "another".
func smallSlip(wrong, right string) bool {
	w, r := []rune(wrong), []rune(right)
	i := 0
	for i < len(w) && i < len(r) && w[i] == r[i] {
		i++
	}
	switch len(w) - len(r) {
	case -1: // lost
		return unicode.IsLetter(r[i]) && equal(w[i:], r[i+1:])
	case 1: // doubled
		return (i > 0 && w[i] == w[i-1] || i+1 < len(w) && w[i] == w[i+1]) && equal(w[i+1:], r[i:])
	case 0:
		swapped := i+1 < len(w) && w[i] == r[i+1] && w[i+1] == r[i] && equal(w[i+2:], r[i+2:])
		return swapped || lacksAccents(w, r)
	}
	return false
}

func equal(a, b []rune) bool { return string(a) == string(b) }

// lacksAccents reports whether letters differ from others of the same number in
// accents only, which the others have.
func lacksAccents(bare, accented []rune) bool {
	for i, r := range bare {
		if r != accented[i] && r != withoutAccents(accented[i]) {
			return false
		}
	}
	return true
}

func withoutAccents(r rune) rune {
	for _, first := range norm.NFD.String(string(r)) {
		if !unicode.Is(unicode.Mn, first) {
			return first
		}
	}
	return r
}
