package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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
	h := finish(hashBytes(longest))
	for _, h := range [...]uint32{h, h >> 16} {
		word, bit := sieveBit(h)
		v.words[word] |= bit
	}
	v.some = true
}

func sieveBit(h uint32) (word int, bit uint64) { return int(h >> 6 & 511), 1 << (h & 63) }

// In is true of a text that has one of the words in any case, and of a few that
// have not.
func (v *Sieve) In(s string) bool {
	if !v.some {
		return false
	}
	h, inside := uint32(hashSeed), false
	for i := 0; i < len(s); i++ {
		c := s[i]
		k := kinds[c]
		if k&isHigh != 0 {
			r, size := utf8.DecodeRuneInString(s[i:])
			if unicode.In(r, unicode.Letter, unicode.Mark, unicode.Nd) {
				var buffer [utf8.UTFMax]byte
				for _, c := range utf8.AppendRune(buffer[:0], unicode.ToLower(r)) {
					h = (h ^ uint32(c)) * hashPrime
				}
				inside = true
				i += size - 1
				continue
			}
			i += size - 1
		}
		if k&(isLetter|isDigit) != 0 {
			if k&isUpper != 0 {
				c |= 0x20
			}
			h, inside = (h^uint32(c))*hashPrime, true
			continue
		}
		if inside {
			if v.has(h) {
				return true
			}
			h, inside = uint32(hashSeed), false
		}
	}
	return inside && v.has(h)
}

func (v *Sieve) has(h uint32) bool {
	h = finish(h)
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
