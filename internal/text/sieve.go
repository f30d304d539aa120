package text

import (
	"strings"
	"sync"
	"unicode"
)

// A Sieve tells texts that may have one of its words from texts that have none,
// at less cost than an analysis. The zero Sieve has no word.
type Sieve struct {
	words [1 << 9]uint64 // two bits for each hash
	some  bool
}

// Add adds a word in lower case; of several, and of a compound, the longest part,
// without which the whole can't be there.
func (v *Sieve) Add(words string) {
	longest := ""
	for part := range strings.FieldsFuncSeq(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(part) > len(longest) {
			longest = part
		}
	}
	if longest == "" {
		return
	}
	h := sieveHash(longest, len(longest))
	for _, h := range [...]uint32{h, h >> 16} {
		word, bit := sieveBit(h)
		v.words[word] |= bit
	}
	v.some = true
}

// sieveHash is made of the first eight bytes of a word, which begins a text that
// may reach on behind it, and of its length.
func sieveHash(s string, size int) uint32 {
	head, _, _ := wordKey(s, min(size, 8))
	return uint32((head | inLowerCase ^ uint64(size)) * wordPrime >> 32)
}

// inLowerCase makes ASCII letters lower-case ones and leaves digits as they are.
// What it makes of other bytes does not matter, if it is always the same.
const inLowerCase = 0x2020202020202020

func sieveBit(h uint32) (word int, bit uint64) { return int(h >> 6 & 511), 1 << (h & 63) }

// In is true of a text that has one of the words in any case, and of a few that
// have not.
func (v *Sieve) In(s string) bool {
	if !v.some {
		return false
	}
	for i := 0; i < len(s); {
		k := kinds[s[i]]
		if k&(isLetter|isDigit|isHigh) == 0 {
			i++
			continue
		}
		start, high := i, kind(0)
		for k&(isLetter|isDigit|isHigh) != 0 {
			high |= k
			if i++; i == len(s) {
				break
			}
			k = kinds[s[i]]
		}
		if high&isHigh == 0 && v.has(sieveHash(s[start:], i-start)) || high&isHigh != 0 && v.inAny(s[start:i]) {
			return true
		}
	}
	return false
}

// inAny is In for a text with letters or signs above ASCII.
func (v *Sieve) inAny(s string) bool {
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Nd) }) {
		low := strings.ToLower(word)
		if v.has(sieveHash(low, len(low))) {
			return true
		}
	}
	return false
}

func (v *Sieve) has(h uint32) bool {
	first, one := sieveBit(h)
	second, other := sieveBit(h >> 16)
	return v.words[first]&one != 0 && v.words[second]&other != 0
}

// MayBeVague tells texts that may have a vague quantifier of any language from
// texts that have none.
func MayBeVague(s string) bool { return vagueSieve().In(s) }

var vagueSieve = sync.OnceValue(func() *Sieve {
	v := new(Sieve)
	for _, vocabulary := range vocabularies {
		for _, p := range vocabulary.vague {
			v.Add(p)
		}
	}
	return v
})
