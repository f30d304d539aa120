package dict

import "unicode/utf8"

// How implausible each kind of slip is. A slip at the first letter is rare, and
// so is a correction that few readers know.
var editCost = [...]int{Accents: 0, Transposed: 1, Doubled: 1, Omitted: 2, Added: 2, Replaced: 4}

const (
	firstLetterCost = 3
	uncommonCost    = 2
	likelySwapCost  = 2
	lastSCost       = 1 // a plural or verb ending is as likely meant as not
)

func (n *neighbours) cost(word string, i int, edit Edit, value Value) int {
	cost := editCost[edit]
	if edit == Replaced {
		put, _ := utf8.DecodeRuneInString(word[n.at[i]:])
		if likelySwap(n.runes[i], put) {
			cost = likelySwapCost
		}
	}
	if i == 0 && edit != Accents {
		cost += firstLetterCost
	}
	if value&Uncommon != 0 {
		cost += uncommonCost
	}
	if edit == Omitted && i == len(n.runes) && word[len(word)-1] == 's' ||
		edit == Added && i == len(n.runes)-1 && n.runes[i] == 's' {
		cost += lastSCost
	}
	return cost
}

// likelySwap reports whether two letters are taken for each other: they sound
// alike, or lie side by side on a keyboard.
func likelySwap(a, b rune) bool {
	a, b = base(a), base(b)
	return a == b || isVowel(a) && isVowel(b) || pairIn(soundAlike, a, b) || pairIn(sideBySide, a, b)
}

var soundAlike = []string{"cks", "sz", "iy", "mn", "bp", "bv", "dt", "gj", "fv", "ckq", "xs", "lr"}

var sideBySide = []string{"qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op", "as", "sd", "df", "fg", "gh", "hj", "jk", "kl",
	"zx", "xc", "cv", "vb", "bn", "nm"}

func pairIn(groups []string, a, b rune) bool {
	for _, g := range groups {
		var hasA, hasB bool
		for _, r := range g {
			hasA = hasA || r == a
			hasB = hasB || r == b
		}
		if hasA && hasB {
			return true
		}
	}
	return false
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// base takes the accent off a lower-case letter.
func base(r rune) rune {
	if r < 0x80 {
		return r
	}
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä':
		return 'a'
	case 'ç':
		return 'c'
	case 'è', 'é', 'ê', 'ë':
		return 'e'
	case 'ì', 'í', 'î', 'ï':
		return 'i'
	case 'ñ':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö':
		return 'o'
	case 'ù', 'ú', 'û', 'ü':
		return 'u'
	case 'ý', 'ÿ':
		return 'y'
	}
	return r
}
