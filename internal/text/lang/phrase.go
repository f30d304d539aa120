package lang

import (
	"strings"
	"unicode"
)

// Standing is what a phrase is, beside the language that it is judged by.
type Standing uint8

const (
	Unsure  Standing = iota // too short to tell, or of two languages
	Certain                 // in the language
	Foreign                 // in another one
)

// Standing judges the phrase around a word by the text before and after it, all of it
// and what is near: it is Foreign where either is, and Certain where both are. The
// word itself is no evidence, because it may be misspelt.
func (d *Detector) Standing(code, before, after string) Standing {
	left, right := phraseWords(before), phraseWords(after)
	near := d.count(bitOf(code), left[max(0, len(left)-nearWords):], right[:min(len(right), nearWords)])
	whole := d.count(bitOf(code), left, right)
	switch near, whole := near.standing(), whole.standing(); {
	case near == Foreign || whole == Foreign:
		return Foreign
	case near == Certain && whole == Certain:
		return Certain
	}
	return Unsure
}

const nearWords = 6

// phraseWords returns the words of a phrase in lower case. Names and single letters
// are no evidence.
func phraseWords(s string) (words []string) {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) && r != '_' }) {
		if len(w) > 1 && !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsNumber(r) || r == '_' }) {
			words = append(words, w)
		}
	}
	return words
}

// evidence is what the words of a phrase say of a language.
type evidence struct {
	words, known int
	others       []rival
}

// rival is another language beside the one that a phrase is judged by.
type rival struct {
	stops int // its stop words that the language doesn't have
	own   int // words of the language that it doesn't have
	least int // of these, stop words
}

func (d *Detector) count(code mask, parts ...[]string) evidence {
	e := evidence{others: make([]rival, len(codes)+d.others)}
	for _, part := range parts {
		for _, text := range part {
			e.add(d.words.Get(text), code)
		}
	}
	return e
}

func (e *evidence) add(w *word, code mask) {
	e.words++
	known := w.languages&code != 0
	if known {
		e.known++
	}
	for i := range e.others {
		other := &e.others[i]
		var has, stop bool
		if i < len(codes) {
			has = w.languages>>i&1 != 0
			stop = has && w.stop
		} else {
			stop = w.others>>(i-len(codes))&1 != 0
			has = stop
		}
		switch {
		case stop && !known:
			other.stops++
		case known && !has:
			other.own++
			if w.stop {
				other.least++
			}
		}
	}
}

// standing returns what the evidence is enough for.
func (e *evidence) standing() Standing {
	certain := e.words >= 2 && e.known*4 >= e.words*3
	for _, other := range e.others {
		if other.stops >= 2 && other.stops > other.least {
			return Foreign
		}
		certain = certain && other.stops*3 <= other.own
	}
	switch {
	case e.words >= 4 && e.known*2 < e.words:
		return Foreign
	case certain:
		return Certain
	}
	return Unsure
}
