package text

import "unicode"

// kind is what one byte can be to the word pass.
type kind uint16

const (
	isLower kind = 1 << iota
	isUpper
	isDigit
	isUnderscore
	isHigh // part of a code point above ASCII
	isBlank
	isLine
	isControl
	mayJoin // the parts of a word

	isLetter = isLower | isUpper
	isCore   = isLetter | isDigit | isUnderscore
)

var kinds = kindTable()

func kindTable() (t [256]kind) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = isLower
		case 'A' <= c && c <= 'Z':
			t[c] = isUpper
		case '0' <= c && c <= '9':
			t[c] = isDigit
		case c == '_':
			t[c] = isUnderscore
		case c == '\'' || c == '-' || c == ',' || c == '.':
			t[c] = mayJoin
		case c >= 0x80:
			t[c] = isHigh
		case c == ' ' || c == '\t':
			t[c] = isBlank
		case c == '\n' || c == '\r':
			t[c] = isLine
		case c < 0x20 || c == 0x7f:
			t[c] = isControl
		}
	}
	return t
}

// seen collects what the gaps between words hold, so that a detector that needs
// a certain character can be skipped where it does not occur.
type seen uint16

const (
	sawHigh seen = 1 << iota
	sawControl
	sawOpen   // (
	sawSquare // [
	sawAngle  // < >
	sawBrace  // { }
	sawHash   // #
	sawStar   // * ` ~
	sawAmp    // &
	sawColon  // :
	sawLine   // line break
	sawScore  // _ within or between words
	sawDollar // $
	sawPer    // %
)

var seenBits = seenTable()

func seenTable() (t [256]seen) {
	for c := range t {
		switch {
		case kinds[c]&isControl != 0:
			t[c] = sawControl
		case kinds[c]&isLine != 0:
			t[c] = sawLine
		}
	}
	for chars, bit := range map[string]seen{
		"(": sawOpen, "[": sawSquare, "<>": sawAngle, "{}": sawBrace, "#": sawHash, "*`~": sawStar,
		"&": sawAmp, ":": sawColon, "_": sawScore, "$": sawDollar, "%": sawPer,
	} {
		for _, c := range []byte(chars) {
			t[c] = bit
		}
	}
	return t
}

func isSpaceRune(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', 0xA0, 0x202F, 0x2009, 0x200A, 0x3000:
		return true
	}
	return r > 0x7f && unicode.IsSpace(r)
}

// isIdeographic reports whether a character is of a script written without spaces,
// where each is a word of its own (as in Unicode word segmentation).
func isIdeographic(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana)
}

// isExtender reports whether a mark or format character continues the word that it
// stands in.
func isExtender(r rune) bool {
	if r < 0x300 {
		return r == 0xAD
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) ||
		r == 0x200C || r == 0x200D || r == 0x2060 || r == 0xFEFF || r == 0x200E || r == 0x200F
}
