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
	var raw [4]byte
	n, at, want := 0, 0, 0
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError {
			return "", 0
		}
		b, ok := cp1252(r)
		if !ok {
			return "", 0
		}
		if n == 0 {
			switch {
			case b >= 0xC2 && b <= 0xDF:
				want = 2
			case b >= 0xE0 && b <= 0xEF:
				want = 3
			case b >= 0xF0 && b <= 0xF4:
				want = 4
			default:
				return "", 0
			}
		} else if b < 0x80 || b > 0xBF {
			return "", 0
		}
		raw[n] = b
		n++
		at += size
		if n == want {
			break
		}
	}
	if n == 0 || n < want {
		return "", 0
	}
	r, size := utf8.DecodeRune(raw[:n])
	if r == utf8.RuneError || size != n || !plausible(r) {
		return "", 0
	}
	// Two characters as in "Ã©": Portuguese capitals do not stand before signs.
	return string(r), at
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

// cp1252 returns the byte of r in Windows-1252; the five bytes it leaves free
// stand for themselves, as browsers have it.
func cp1252(r rune) (byte, bool) {
	switch {
	case r < 0x80:
		return byte(r), true
	case r <= 0xFF:
		return byte(r), true
	}
	for i, c := range [...]rune{
		0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
	} {
		if c == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}
