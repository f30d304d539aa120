package values

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// Beginnings find words, in any case, by their prefixes: "cumulat" finds all words
// that begin so.
type Beginnings struct {
	by [256][]string // by first byte
}

// NewBeginnings returns the Beginnings of prefixes in lower case.
func NewBeginnings(lists ...[]string) *Beginnings {
	b := new(Beginnings)
	for _, list := range lists {
		for _, s := range list {
			b.by[s[0]] = append(b.by[s[0]], s)
		}
	}
	return b
}

// Of reports whether a text begins with one of them.
func (b *Beginnings) Of(s string) bool {
	if s == "" {
		return false
	}
	first := s[0]
	switch {
	case first >= utf8.RuneSelf:
		s = strings.ToLower(s)
		first = s[0]
	case 'A' <= first && first <= 'Z':
		first |= 0x20
	}
	for _, beginning := range b.by[first] {
		if begins(s, beginning) {
			return true
		}
	}
	return false
}

// begins is strings.HasPrefix in any case of s; it rarely needs a copy in lower
// case.
func begins(s, beginning string) bool {
	if len(s) < len(beginning) {
		return strings.HasPrefix(strings.ToLower(s), beginning)
	}
	for i := range len(beginning) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return strings.HasPrefix(strings.ToLower(s), beginning)
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != beginning[i] {
			return false
		}
	}
	return true
}

// In reports whether a text has such a word: letters and digits in a row.
func (b *Beginnings) In(s string) bool { return b.within(s, true, len(s)) }

// Among reports whether one of the first n words of a text begins so. Here digits
// divide words.
func (b *Beginnings) Among(s string, n int) bool { return b.within(s, false, n) }

func (b *Beginnings) within(s string, digits bool, words int) bool {
	for i := 0; i < len(s) && words > 0; {
		size, in := letter(s[i:], digits)
		if !in {
			i += size
			continue
		}
		end := i
		for in {
			end += size
			size, in = letter(s[end:], digits)
		}
		if b.Of(s[i:end]) {
			return true
		}
		i = end
		words--
	}
	return false
}

// letter returns the size of the first character of a text, and reports whether it
// is a letter or, if digits count, a digit.
func letter(s string, digits bool) (size int, is bool) {
	if s == "" {
		return 0, false
	}
	switch c := s[0]; {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return 1, true
	case c < utf8.RuneSelf:
		return 1, digits && c >= '0' && c <= '9'
	}
	r, size := utf8.DecodeRuneInString(s)
	return size, unicode.IsLetter(r) || digits && unicode.IsDigit(r)
}

// InAny reports whether a narrative has such a word.
func (b *Beginnings) InAny(p *schema.Prose) bool {
	if p == nil {
		return false
	}
	for _, n := range p.Narratives {
		if b.In(n.Value) {
			return true
		}
	}
	return false
}

// Says reports whether the title or description of an indicator has such a word.
func (b *Beginnings) Says(i *schema.Indicator) bool {
	return b.InAny(i.Title) || b.InAny(i.Description)
}
