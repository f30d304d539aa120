package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A table is an encoding of one byte a character.
type table struct {
	runes [256]rune // -1: no character has this byte
	bytes map[rune]byte
}

func newTable(from *charmap.Charmap, name string) *table {
	t := &table{bytes: make(map[rune]byte, 256)}
	name = strings.ToLower(name)
	windows, iso := strings.HasPrefix(name, "windows-"), strings.HasPrefix(name, "iso-8859-")
	for b := 255; b >= 0; b-- {
		r := from.DecodeByte(byte(b))
		if iso && b >= 0x80 && b <= 0x9F {
			r = rune(b) // the C1 controls, which golang.org/x/text leaves out of some parts of ISO 8859
		}
		// HTML reads the bytes that the Windows code pages leave undefined as
		// C1 controls. In a file they are damage; iconv, and so libxml2,
		// refuses them.
		undefined := windows && b >= 0x80 && b <= 0x9F && r == rune(b)
		if r == utf8.RuneError || undefined {
			t.runes[b] = -1
			continue
		}
		t.runes[b] = r
		t.bytes[r] = byte(b)
	}
	return t
}

func asciiTable() *table {
	t := &table{bytes: make(map[rune]byte, 128)}
	for b := range rune(256) {
		if t.runes[b] = -1; b < utf8.RuneSelf {
			t.runes[b], t.bytes[b] = b, byte(b)
		}
	}
	return t
}
