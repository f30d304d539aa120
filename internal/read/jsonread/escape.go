package jsonread

import (
	"strconv"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// rawSpan finds the raw text of a part of a text with escapes.
func rawSpan(s *schema.Source, t schema.Text, from, to int) (int, int) {
	raw := s.At(t.At)
	rawFrom := rawOffset(raw, from)
	return rawFrom, rawFrom + rawOffset(raw[rawFrom:], to-from)
}

// rawOffset is where the decoded byte n begins in raw; within a character, where
// that begins.
func rawOffset(raw string, n int) int {
	i := 0
	for n > 0 && i < len(raw) {
		size, decoded := unit(raw[i:])
		if decoded > n {
			break
		}
		i += size
		n -= decoded
	}
	return i
}

// unit is the size of the first character of raw, as it is written and decoded.
func unit(raw string) (size, decoded int) {
	if raw[0] != '\\' || len(raw) < 2 {
		_, n := utf8.DecodeRuneInString(raw)
		return n, n
	}
	if raw[1] != 'u' || len(raw) < 6 {
		return 2, 1
	}
	code, _ := strconv.ParseUint(raw[2:6], 16, 32)
	if code>>10 == 0xD800>>10 && len(raw) >= 12 { // the first half of a pair
		return 12, 4
	}
	return 6, max(utf8.RuneLen(rune(code)), 1)
}
