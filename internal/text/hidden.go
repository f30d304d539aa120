package text

import (
	"slices"
	"strings"
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
	Separator  // of lines, paragraphs or pages
	Misencoded // the control character with the number of a character in Windows-1252
)

// A Hidden is a run of equal hidden characters.
type Hidden struct {
	Span
	Kind  HiddenKind
	Rune  rune
	Meant rune // of Misencoded: what the character was; 0 where that is not known
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
				d.hide(Span{i, i + 1}, hiddenKind(rune(c), 1), rune(c))
			}
			prev = rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		k := hiddenKind(r, size)
		if r == nextLine && size > 1 && endsWord(prev, s[i+size:]) {
			k = Misencoded
		}
		if k != 0 && !d.wanted(k, r, prev, s[i+size:]) {
			d.hide(Span{i, i + size}, k, r)
		}
		if r != 0xFE0F {
			prev = r
		}
		i += size
	}
	d.ellipses()
	return d.hidden
}

func (d *Doc) hide(span Span, k HiddenKind, r rune) {
	if n := len(d.hidden); n > 0 && d.hidden[n-1].End == span.Start && d.hidden[n-1].Rune == r && k != BadEncoding {
		d.hidden[n-1].End = span.End
		return
	}
	h := Hidden{Span: span, Kind: k, Rune: r}
	if k == Misencoded && !d.damagedAt(span.Start) {
		h.Meant, _ = Windows1252(r)
	}
	d.hidden = append(d.hidden, h)
}

// nextLine is a line break, and the number of the ellipsis in Windows-1252.
const nextLine = 0x85

// endsWord reports whether a character stands behind a word, at its end: an ellipsis
// does, a line break most often not.
func endsWord(prev rune, rest string) bool {
	next, size := utf8.DecodeRuneInString(rest)
	return (unicode.IsLetter(prev) || unicode.IsDigit(prev)) && (size == 0 || unicode.IsSpace(next) || unicode.IsPunct(next))
}

// ellipses makes ellipses of the line breaks in a text that has other punctuation of
// Windows-1252.
func (d *Doc) ellipses() {
	if !slices.ContainsFunc(d.hidden, func(h Hidden) bool { return h.Meant != 0 && h.Rune != nextLine }) {
		return
	}
	for i := range d.hidden {
		if h := &d.hidden[i]; h.Rune == nextLine && h.Kind == Separator {
			h.Kind, h.Meant = Misencoded, '…'
		}
	}
}

// damagedAt reports whether a character stands in what is UTF-8 that was read as
// another encoding, of whatever script.
func (d *Doc) damagedAt(i int) bool {
	from := i
	for range utf8.UTFMax - 1 {
		_, size := utf8.DecodeLastRuneInString(d.text[:from])
		from -= size
		if _, size := misread(d.text[from:]); from+size > i {
			return true
		}
	}
	return false
}

func hiddenKind(r rune, size int) HiddenKind {
	switch {
	case r == utf8.RuneError && size == 1:
		return BadEncoding
	case r == utf8.RuneError:
		return Replacement
	case r == '\v', r == '\f', r == nextLine, r == 0x2028, r == 0x2029:
		return Separator
	case r < 0x80 && kinds[r]&isControl != 0:
		return Control
	case r < 0x80:
		return 0
	case r < 0xA0:
		return Misencoded
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
	case 0xFFF9 <= r && r <= 0xFFFB, 0xE0001 <= r && r <= 0xE007F:
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
		switch r {
		case 0x200B:
			return unicode.In(prev, spaceless...) || unicode.In(next, spaceless...)
		case 0x200C, 0x200D:
			return joining(prev) || joining(next) || r == 0x200D && isEmoji(prev) && isEmoji(next)
		}
	case SoftHyphen:
		return joining(prev) && joining(next)
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
		d.rtl = strings.ContainsFunc(d.text, func(r rune) bool { return r >= 0x590 && unicode.In(r, rightToLeftScripts...) })
	}
	return d.rtl
}

// joining reports whether a letter is of a script that needs joiners, or hyphens that
// only a line break shows.
func joining(r rune) bool { return r >= 0x530 && unicode.In(r, joiningScripts...) }

var (
	// spaceless are the scripts in which a zero-width space stands between words.
	spaceless = []*unicode.RangeTable{
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Javanese, unicode.Balinese,
		unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet, unicode.Cham,
	}
	// joiningScripts are those whose letters change shape beside a joiner, or whose
	// long words are set with soft hyphens.
	joiningScripts = []*unicode.RangeTable{
		unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya, unicode.Mongolian,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu,
		unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Myanmar, unicode.Khmer, unicode.Tibetan, unicode.Javanese,
		unicode.Balinese, unicode.Sundanese, unicode.Chakma, unicode.Newa, unicode.Meetei_Mayek, unicode.Tai_Tham, unicode.Cham,
		unicode.Armenian, unicode.Ethiopic,
	}
	rightToLeftScripts = []*unicode.RangeTable{
		unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Mandaic, unicode.Samaritan,
		unicode.Adlam, unicode.Hanifi_Rohingya,
	}
)

func isEmoji(r rune) bool {
	return r >= 0x2190 && r <= 0x2BFF || r >= 0x1F000 && r <= 0x1FAFF || r == 0xFE0F || r >= 0xE0020 && r <= 0xE007F
}
