package xmltoken

import "unicode/utf8"

// Classes of ASCII bytes; bytes from 0x80 on are in no class and are decoded.
const (
	classNameStart uint8 = 1 << iota // NameStartChar without ':', production 4
	className                        // NameChar without ':', production 4a
	classSpace                       // S, production 3
	classText                        // needs no look in text
	classValue                       // needs no look in an attribute value
	classChar                        // Char, production 2
	classPubid                       // PubidChar, production 13
)

var class = classes()

func classes() (t [256]uint8) {
	for c := range 0x80 {
		b := byte(c)
		letter := b|0x20 >= 'a' && b|0x20 <= 'z'
		digit := b >= '0' && b <= '9'
		if letter || b == '_' {
			t[b] |= classNameStart | className
		}
		if digit || b == '-' || b == '.' {
			t[b] |= className
		}
		space := b == ' ' || b == '\t' || b == '\n' || b == '\r'
		if space {
			t[b] |= classSpace
		}
		if b >= 0x20 || space {
			t[b] |= classChar
			if b != '<' && b != '&' && b != ']' && b != '\r' {
				t[b] |= classText
			}
		}
		if b >= 0x20 && b != '<' && b != '&' && b != '"' && b != '\'' {
			t[b] |= classValue
		}
		if letter || digit || (space && b != '\t') {
			t[b] |= classPubid
		}
	}
	for _, b := range []byte("-'()+,./:=?;!*#@$_%") {
		t[b] |= classPubid
	}
	return t
}

func isSpace(b byte) bool { return class[b]&classSpace != 0 }

// isChar implements production 2, Char.
func isChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF ||
		r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// isNameStart implements production 4, NameStartChar, beyond ASCII.
func isNameStart(r rune) bool {
	return r >= 0xC0 && r <= 0xD6 || r >= 0xD8 && r <= 0xF6 || r >= 0xF8 && r <= 0x2FF ||
		r >= 0x370 && r <= 0x37D || r >= 0x37F && r <= 0x1FFF || r >= 0x200C && r <= 0x200D ||
		r >= 0x2070 && r <= 0x218F || r >= 0x2C00 && r <= 0x2FEF || r >= 0x3001 && r <= 0xD7FF ||
		r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFFD || r >= 0x10000 && r <= 0xEFFFF
}

// isNameChar implements production 4a, NameChar, beyond ASCII.
func isNameChar(r rune) bool {
	return isNameStart(r) || r == 0xB7 || r >= 0x300 && r <= 0x36F || r >= 0x203F && r <= 0x2040
}

// charAt measures the character at src[i] and says which rule it breaks, if any.
func charAt(src []byte, i int) (size int, fault Code) {
	c := src[i]
	if c < utf8.RuneSelf {
		if class[c]&classChar == 0 {
			return 1, InvalidChar
		}
		return 1, 0
	}
	// Two- and three-byte sequences that need no further look: most of the
	// world's text beyond ASCII.
	if c >= 0xC2 && c <= 0xDF {
		if i+1 < len(src) && src[i+1]&0xC0 == 0x80 {
			return 2, 0
		}
		return 1, InvalidUTF8
	}
	if c >= 0xE1 && c <= 0xEC && i+2 < len(src) && src[i+1]&0xC0 == 0x80 && src[i+2]&0xC0 == 0x80 {
		return 3, 0
	}
	r, size := utf8.DecodeRune(src[i:])
	if r == utf8.RuneError && size == 1 {
		return 1, InvalidUTF8
	}
	if !isChar(r) {
		return size, InvalidChar
	}
	return size, 0
}

// badChar returns the place of the first byte in src[i:end] that begins no
// XML character, or -1.
func badChar(src []byte, i, end int) (at, size int, fault Code) {
	for i < end {
		if class[src[i]]&classChar != 0 {
			i++
			continue
		}
		size, fault := charAt(src, i)
		if fault != 0 {
			return i, size, fault
		}
		i += size
	}
	return -1, 0, 0
}

func skipSpace(src []byte, i int) int {
	for i < len(src) && class[src[i]]&classSpace != 0 {
		i++
	}
	return i
}
