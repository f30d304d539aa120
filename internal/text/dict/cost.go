package dict

import (
	"unicode/utf8"
)

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
	return a == b || inAlphabet(a) && inAlphabet(b) && confusable[a-'a']>>(b-'a')&1 != 0
}

func inAlphabet(r rune) bool { return 'a' <= r && r <= 'z' }

// confusable has the letters that are taken for a letter, as bits.
var confusable = confusableLetters()

func confusableLetters() (t [26]uint32) {
	for _, group := range []string{
		"aeiouy", "cks", "sz", "iy", "mn", "bp", "bv", "dt", "gj", "fv", "ckq", "xs", "lr", // sound alike
		"qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op", "as", "sd", "df", "fg", "gh", "hj", "jk", "kl", // side by side
		"zx", "xc", "cv", "vb", "bn", "nm",
	} {
		for _, a := range group {
			for _, b := range group {
				t[a-'a'] |= 1 << (b - 'a')
			}
		}
	}
	return t
}

// base returns a lower-case letter without its accent.
func base(r rune) rune {
	if r < 0x80 || int(r) >= len(bases) {
		return r
	}
	return bases[r]
}

var bases = basesOfLatin1()

func basesOfLatin1() (t [0x100]rune) {
	for r := range t {
		t[r] = rune(r)
	}
	for _, group := range []string{"aàáâãä", "cç", "eèéêë", "iìíîï", "nñ", "oòóôõö", "uùúûü", "yýÿ"} {
		for _, r := range group {
			t[r] = rune(group[0])
		}
	}
	return t
}
