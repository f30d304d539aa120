package iati

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// isLanguage: a tag of 1 to 8 letters, then subtags of 1 to 8 letters or digits (RFC 3066).
func isLanguage(b []byte) bool {
	length := 0
	first := true
	for _, c := range b {
		switch {
		case c == '-':
			if length == 0 {
				return false
			}
			length, first = 0, false
			continue
		case isLetter(c), isDigit(c) && !first:
			length++
		default:
			return false
		}
		if length > 8 {
			return false
		}
	}
	return length > 0
}

// isNMTOKEN: one name character or more (XML 1.0).
func isNMTOKEN(b []byte) bool {
	return len(b) > 0 && !bytes.ContainsFunc(b, func(r rune) bool { return !isNameRune(r) && r != ':' })
}

// isName: an XML name, with or without colons.
func isName(b []byte, colons bool) bool {
	if len(b) == 0 {
		return false
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		start := isNameStart(r) || colons && r == ':'
		if !start && (i == 0 || !isNameRune(r)) {
			return false
		}
		i += size
	}
	return true
}

// isNameStart and isNameRune: exact for ASCII; beyond it, letters, digits and
// marks as Unicode has them.
func isNameStart(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r)) || r == '_'
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func isNameRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r)) || isDigit(byte(r)) || r == '.' || r == '-' || r == '_'
	}
	return r == '·' || r != utf8.RuneError && unicode.In(r, unicode.L, unicode.Nd, unicode.Mn, unicode.Mc, unicode.Lm)
}
