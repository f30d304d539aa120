package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Mojibake is UTF-8 that was read as Windows-1252, and its repair.
type Mojibake struct {
	Span
	Repaired string
}

// Mojibake returns runs of characters that, written as Windows-1252, are valid
// UTF-8 for fewer characters of kinds that texts have. "São" and "Ã" stay.
func (d *Doc) Mojibake() []Mojibake {
	if !d.startPart(doneMojibake) || d.seen&sawHigh == 0 {
		return d.mojibake
	}
	s := d.text
	for i := 0; i < len(s); {
		if s[i] < 0xC2 {
			i++
			continue
		}
		if s[i] > 0xC3 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		repaired, size := repair(s[i:])
		if size == 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		// Twice wrongly read: repair the repair.
		if n := len(d.mojibake); n > 0 && d.mojibake[n-1].End == i && len(d.mojibake[n-1].Repaired) < 256 {
			d.mojibake[n-1].End = i + size
			d.mojibake[n-1].Repaired += repaired
		} else {
			d.mojibake = append(d.mojibake, Mojibake{Span{i, i + size}, repaired})
		}
		i += size
	}
	for n := range d.mojibake {
		m := &d.mojibake[n]
		var b strings.Builder
		changed := false
		for r := m.Repaired; r != ""; {
			again, size := repair(r)
			if size == 0 {
				_, size = utf8.DecodeRuneInString(r)
				again = r[:size]
			} else {
				changed = true
			}
			b.WriteString(again)
			r = r[size:]
		}
		if changed {
			m.Repaired = b.String()
		}
	}
	return d.mojibake
}

// repair reads one character of mojibake at the start of s.
func repair(s string) (string, int) {
	r, size := misread(s)
	if size == 0 {
		return "", 0
	}
	if meant, ok := Windows1252(r); ok { // decoded three times: 96, C2 96, "Â–"
		r = meant
	}
	if !plausible(r) {
		return "", 0
	}
	return string(r), size
}

// misread reads one character at the start of s that was written as UTF-8 and read
// as Windows-1252; size is 0 where there is none.
func misread(s string) (r rune, size int) {
	var raw [utf8.UTFMax]byte
	n, want := 0, 0
	for n == 0 || n < want {
		c, length := utf8.DecodeRuneInString(s[size:])
		b, ok := inWindows1252(c)
		if !ok || length == 0 {
			return 0, 0
		}
		switch {
		case n > 0 && 0x80 <= b && b <= 0xBF:
		case n > 0:
			return 0, 0
		case 0xC2 <= b && b <= 0xDF:
			want = 2
		case 0xE0 <= b && b <= 0xEF:
			want = 3
		case 0xF0 <= b && b <= 0xF4:
			want = 4
		default:
			return 0, 0
		}
		raw[n] = b
		n++
		size += length
	}
	if r, length := utf8.DecodeRune(raw[:n]); length == n {
		return r, size
	}
	return 0, 0
}

// plausible reports whether a repaired character is one that texts have: a letter of
// a European language, a typographic sign, a blank.
func plausible(r rune) bool {
	switch {
	case r == 0xA0, r == 0xAB, r == 0xBB, r == 0xB0, r == 0xA9, r == 0xAE, r == 0xB7, r == 0xBF, r == 0xA1, r == 0xA3, r == 0xBA, r == 0xAA, r == 0xB4, r == 0xBD, r == 0xBC:
		return true
	case r >= 0xC0 && r <= 0x17F:
		return r != 0xD7 && r != 0xF7
	case r >= 0x2010 && r <= 0x203A, r == 0x20AC, r == 0x2122, r == 0x202F:
		return true
	case r >= 0x370 && r <= 0x6FF:
		return unicode.IsLetter(r)
	case r == 0xFEFF:
		return true
	}
	return r >= 0x1F300 && r <= 0x1FAFF
}
