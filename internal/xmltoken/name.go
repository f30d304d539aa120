package xmltoken

import "unicode/utf8"

// scanName returns the end of the name (production 5) that begins at i, and
// the place of its first colon, or -1. No name at i: the end is i.
func scanName(src []byte, i int) (end, colon int) {
	colon = -1
	j := i
	for j < len(src) && class[src[j]]&className != 0 {
		j++
	}
	if j > i && class[src[i]]&classNameStart == 0 {
		return i, -1
	}
	for j < len(src) {
		c := src[j]
		switch {
		case class[c]&className != 0:
			j++
		case c == ':':
			if colon < 0 {
				colon = j
			}
			j++
		case c < utf8.RuneSelf:
			return j, colon
		default:
			r, size := utf8.DecodeRune(src[j:])
			if r == utf8.RuneError && size == 1 || !isNameChar(r) || j == i && !isNameStart(r) {
				return j, colon
			}
			j += size
		}
	}
	return j, colon
}

// isQName checks the rules of Namespaces in XML, production 7, for a name
// src[start:end] whose first colon is at colon.
func isQName(src []byte, start, end, colon int) bool {
	if colon == start || colon+1 == end {
		return false
	}
	localEnd, second := scanName(src[:end], colon+1)
	return localEnd == end && second < 0
}
