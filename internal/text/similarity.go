package text

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

// Normal returns the text's words in lower case with single spaces between, all
// punctuation gone: what two texts that differ only in form have in common.
// With setAside, numbers (years too) are written as "#".
func (d *Doc) Normal(setAside bool) string {
	b := make([]byte, 0, len(d.text))
	for i, w := range d.words {
		if i > 0 {
			b = append(b, ' ')
		}
		b = d.normalWord(b, w, setAside)
	}
	return string(b)
}

// normalWord appends a word in normal form to dst.
func (d *Doc) normalWord(dst []byte, w Word, setAside bool) []byte {
	word := w.Of(d.text)
	switch {
	case setAside && w.Flags&Digit != 0:
		return append(dst, '#')
	case w.Flags&Lower != 0 && w.Flags&(NonASCII|Apostrophe) == 0:
		return append(dst, word...)
	}
	for _, r := range word {
		if r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF {
			continue
		}
		dst = utf8.AppendRune(dst, plain(r))
	}
	return dst
}

// Shingles appends the hashes of all runs of k words in normal form to dst; a
// shorter text has one shingle.
func (d *Doc) Shingles(dst []uint64, k int, setAside bool) []uint64 {
	k = max(k, 1)
	if len(d.words) == 0 {
		return dst
	}
	hashes := make([]uint64, len(d.words))
	var word []byte
	for i, w := range d.words {
		word = d.normalWord(word[:0], w, setAside)
		hashes[i] = xxhash.Sum64(word)
	}
	k = min(k, len(hashes))
	buffer := make([]byte, 8*k)
	for i := 0; i+k <= len(hashes); i++ {
		for n := range k {
			binary.LittleEndian.PutUint64(buffer[8*n:], hashes[i+n])
		}
		dst = append(dst, xxhash.Sum64(buffer))
	}
	return dst
}

// ContentWords appends the hashes of the words that say what the text is about, in
// normal form, to dst: all but articles, prepositions and the like of its
// language, or of any where it has none that is known, and numbers.
func (d *Doc) ContentWords(dst []uint64) []uint64 {
	d.lexemes()
	var word []byte
	for i, w := range d.words {
		if w.Flags&Digit != 0 || d.isFunctionWord(i) {
			continue
		}
		word = d.normalWord(word[:0], w, true)
		dst = append(dst, xxhash.Sum64(word))
	}
	return dst
}

// isFunctionWord reports whether word i only holds others together.
func (d *Doc) isFunctionWord(i int) bool {
	if d.lang != other {
		return d.class(i)&cFunction != 0
	}
	for l := english; l < languages; l++ {
		if d.lex.senses[l][d.ids[i]].class&cFunction != 0 {
			return true
		}
	}
	return false
}

const (
	signatureBands = 16
	bandRows       = 4
)

// A Signature is a MinHash of a set of shingles: the low bits of 64 minima.
type Signature [signatureBands * bandRows]uint16

// Sign returns the signature of a set of shingles. The empty set has the zero
// signature, which is similar to none.
func Sign(shingles []uint64) (s Signature) {
	if len(shingles) == 0 {
		return s
	}
	for i := range s {
		least, salt := ^uint64(0), uint64(i)*0x9E3779B97F4A7C15
		for _, h := range shingles {
			least = min(least, mix(h+salt))
		}
		s[i] = uint16(least)
	}
	return s
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 27
	x *= 0x94D049BB133111EB
	return x ^ x>>31
}

// Similarity estimates the Jaccard index of the two sets, 0 to 1, to about
// a sixteenth.
func (s *Signature) Similarity(t *Signature) float64 {
	if *s == (Signature{}) || *t == (Signature{}) {
		return 0
	}
	n := 0
	for i := range s {
		if s[i] == t[i] {
			n++
		}
	}
	return float64(n) / float64(len(s))
}

// Bands returns the keys under which near-duplicates meet: two texts that are
// 0.8 alike share one of the 16 with a probability of 0.9998, at 0.5 of 0.64.
func (s *Signature) Bands() (keys [signatureBands]uint64) {
	for b := range keys {
		key := uint64(b)
		for r := range bandRows {
			key = mix(key<<16 ^ uint64(s[b*bandRows+r]) + uint64(r)*0x9E3779B97F4A7C15)
		}
		keys[b] = key
	}
	return keys
}

// Jaccard compares two sets of shingles exactly.
func Jaccard(a, b []uint64) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	inA, inB := setOf(a), setOf(b)
	both := 0
	for h := range inB {
		if inA[h] {
			both++
		}
	}
	return float64(both) / float64(len(inA)+len(inB)-both)
}

func setOf(hashes []uint64) map[uint64]bool {
	set := make(map[uint64]bool, len(hashes))
	for _, h := range hashes {
		set[h] = true
	}
	return set
}

// Fold returns s in lower case without white space, punctuation and signs: a
// key for texts that are the same but for their form.
func Fold(s string) string { return string(AppendFold(make([]byte, 0, len(s)), s)) }

// AppendFold is Fold at the end of dst.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		k := kinds[s[i]]
		switch {
		case k&isHigh != 0:
			r, size := utf8.DecodeRuneInString(s[i:])
			if unicode.In(r, unicode.Letter, unicode.Nd, unicode.M) {
				dst = utf8.AppendRune(dst, unicode.ToLower(r))
			}
			i += size
			continue
		case k&isUpper != 0:
			dst = append(dst, s[i]|0x20)
		case k&(isLetter|isDigit) != 0:
			dst = append(dst, s[i])
		}
		i++
	}
	return dst
}
