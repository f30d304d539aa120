package text

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Windows1252 returns the character of Windows-1252 that has the number of a control
// character from U+0080 to U+009F; false for others, and for the five without one.
func Windows1252(r rune) (rune, bool) {
	if r >= 0x80 && r <= 0x9F {
		if meant := charmap.Windows1252.DecodeByte(byte(r)); meant != utf8.RuneError {
			return meant, true
		}
	}
	return 0, false
}

// inWindows1252 returns the byte that r was read from, in Windows-1252 or, up to
// U+00FF, in ISO-8859-1.
func inWindows1252(r rune) (byte, bool) {
	if r <= 0xFF {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}
