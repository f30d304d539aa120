package identifier

import (
	"strings"
	"unicode"
)

// dress takes an identifier apart into what it is made of ("L0L" for letters,
// digits, letters) and how that is written: separators and capitals.
func dress(id string) (skeleton, style string) {
	var bones, cloth strings.Builder
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
			bones.WriteRune(kind)
		}
		if kind == 0 || look != lastLook {
			cloth.WriteRune(look)
		}
		lastKind, lastLook = kind, look
	}
	return bones.String(), cloth.String()
}
