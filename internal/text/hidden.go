package text

import (
	"unicode"
	"unicode/utf8"
)

// HiddenKind is a kind of character that nobody sees.
type HiddenKind uint8

const (
	ZeroWidth HiddenKind = iota + 1
	Bidi
	SoftHyphen
	Replacement
	Control
	NonCharacter
	BadEncoding // a byte that is no UTF-8
	PrivateUse
)

// A Hidden is a run of equal hidden characters.
type Hidden struct {
	Span
	Kind HiddenKind
	Rune rune
}

// Hidden returns the hidden characters. Joiners that the script or an emoji
// needs, and marks of direction in right-to-left text, are not reported.
func (d *Doc) Hidden() []Hidden {
	if !d.startPart(doneHidden) || d.seen&(sawHigh|sawControl) == 0 {
		return d.hidden
	}
	s := d.text
	var prev rune
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 {
			if kinds[c]&isControl != 0 {
				d.hide(Span{i, i + 1}, Control, rune(c))
			}
			prev = rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if k := hiddenKind(r, size); k != 0 && !d.wanted(k, r, prev, s[i+size:]) {
			d.hide(Span{i, i + size}, k, r)
		}
		if r != 0xFE0F {
			prev = r
		}
		i += size
	}
	return d.hidden
}

func (d *Doc) hide(span Span, k HiddenKind, r rune) {
	if n := len(d.hidden); n > 0 && d.hidden[n-1].End == span.Start && d.hidden[n-1].Rune == r && k != BadEncoding {
		d.hidden[n-1].End = span.End
		return
	}
	d.hidden = append(d.hidden, Hidden{span, k, r})
}

func hiddenKind(r rune, size int) HiddenKind {
	switch {
	case r == utf8.RuneError && size == 1:
		return BadEncoding
	case r == utf8.RuneError:
		return Replacement
	case r < 0xA0:
		return Control
	case r == 0xAD:
		return SoftHyphen
	case r < 0x180E:
		if r == 0x61C {
			return Bidi
		}
		return 0
	case 0x200B <= r && r <= 0x200D, r == 0x2060, r == 0xFEFF, r == 0x180E, 0x2061 <= r && r <= 0x2064:
		return ZeroWidth
	case r == 0x200E, r == 0x200F, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069:
		return Bidi
	case r == 0x2028, r == 0x2029, 0xFFF9 <= r && r <= 0xFFFB, 0xE0001 <= r && r <= 0xE007F:
		return Control
	case 0xFDD0 <= r && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return NonCharacter
	case 0xE000 <= r && r <= 0xF8FF:
		return PrivateUse
	}
	return 0
}

// wanted reports whether a hidden character is needed where it stands.
func (d *Doc) wanted(k HiddenKind, r, prev rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch k {
	case ZeroWidth:
		if r != 0x200C && r != 0x200D && r != 0x200B {
			return false
		}
		if r == 0x200B { // between words of Thai, Lao, Khmer, Myanmar
			return unicode.In(prev, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
		}
		if joining(prev) && (joining(next) || next == utf8.RuneError || unicode.IsSpace(next) || unicode.IsPunct(next)) {
			return true
		}
		return r == 0x200D && isEmoji(prev) && isEmoji(next)
	case Bidi:
		return r != 0x202D && r != 0x202E && d.rightToLeft()
	case Control:
		return r >= 0xE0020 && isEmoji(prev)
	}
	return false
}

// rightToLeft reports whether the text has letters of a right-to-left script.
func (d *Doc) rightToLeft() bool {
	if d.startPart(doneDirection) {
		d.rtl = d.hasRightToLeft()
	}
	return d.rtl
}

func (d *Doc) hasRightToLeft() bool {
	for _, r := range d.text {
		if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return true
		}
	}
	return false
}

// joining reports whether a letter is of a script whose letters change shape beside a
// joiner.
func joining(r rune) bool {
	if r < 0x600 {
		return false
	}
	return unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
		unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Myanmar,
		unicode.Khmer, unicode.Mongolian, unicode.Tibetan)
}

func isEmoji(r rune) bool {
	return r >= 0x2190 && r <= 0x2BFF || r >= 0x1F000 && r <= 0x1FAFF || r == 0xFE0F || r >= 0xE0020 && r <= 0xE007F
}
