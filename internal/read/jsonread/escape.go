package jsonread

import (
	"strconv"
	"unicode/utf8"
)

// skip skips n decoded bytes, fewer where a character would be cut in two: see
// rawindex.Skip.
func skip(raw string, n int) (taken, passed int) {
	for passed < n && taken < len(raw) {
		size, decoded := unit(raw[taken:])
		if passed+decoded > n {
			break
		}
		taken += size
		passed += decoded
	}
	return taken, passed
}

// unit returns the size of the first character of raw, as it is written and decoded.
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
