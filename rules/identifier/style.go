package identifier

import (
	"strings"
	"unicode"
)

// styleOf returns what an identifier consists of ("L0L" for letters, digits,
// letters) and how that is written: separators and capitals.
func styleOf(id string) (skeleton, style string) {
	var kinds, looks strings.Builder
	lastKind, lastLook := rune(0), rune(0)
	for _, r := range id {
		kind, look := rune(0), r
		switch {
		case unicode.IsDigit(r):
			kind, look = '0', '0'
		case unicode.IsUpper(r):
			kind, look = 'L', 'A'
		case unicode.IsLetter(r):
			kind, look = 'L', 'a'
		}
		if kind != 0 && kind != lastKind {
			kinds.WriteRune(kind)
		}
		if kind == 0 || look != lastLook {
			looks.WriteRune(look)
		}
		lastKind, lastLook = kind, look
	}
	return kinds.String(), looks.String()
}
