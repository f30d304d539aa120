package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrase returns what is written in one language, as far as marks tell: the part of
// the sentence around a span up to the next quotation mark, bracket or bar. It
// looks no further than phraseReach bytes.
func (d *Doc) Phrase(at Span) Span {
	i := sort.Search(len(d.sentences), func(i int) bool { return d.sentences[i].Span.End > at.Start })
	whole := Span{0, len(d.text)}
	if i < len(d.sentences) && d.sentences[i].Contains(at) {
		whole = d.sentences[i].Span
	}
	from, to := max(whole.Start, at.Start-phraseReach), min(whole.End, at.End+phraseReach)
	for n := at.Start; n > from; {
		r, size := utf8.DecodeLastRuneInString(d.text[:n])
		if d.separates(r, n-size) {
			from = n
		}
		n -= size
	}
	for n := at.End; n < to; {
		r, size := utf8.DecodeRuneInString(d.text[n:])
		if d.separates(r, n) {
			to = n
		}
		n += size
	}
	return Span{from, to}
}

// phraseReach bounds what is read around a word: a text may have no sentences.
const phraseReach = 400

// separates reports whether a mark at a place ends a phrase: an apostrophe does only
// where it is a quotation mark.
func (d *Doc) separates(r rune, at int) bool {
	switch r {
	case '\'', '’', '‘':
		before, _ := utf8.DecodeLastRuneInString(d.text[:at])
		after, _ := utf8.DecodeRuneInString(d.text[at+utf8.RuneLen(r):])
		return !unicode.IsLetter(before) || !unicode.IsLetter(after)
	case '/':
		return at > 0 && d.text[at-1] == ' '
	}
	return strings.ContainsRune("\"“”„«»‹›()[]|\n", r)
}
