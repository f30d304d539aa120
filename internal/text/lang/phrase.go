package lang

import (
	"math/bits"
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

// evidence is what the words of a phrase say of a language and of each other one.
type evidence struct {
	words, known, stops int // all, those of the language, and its stop words
	shared, sharedStops [maxLanguages]int
	foreign             [maxLanguages]int // stop words of another that the language doesn't have
}

func (d *Detector) count(code mask, parts ...[]string) *evidence {
	e := new(evidence)
	for _, part := range parts {
		for _, text := range part {
			e.add(d.words.Get(text), code)
		}
	}
	return e
}

func (e *evidence) add(w *word, code mask) {
	e.words++
	if w.languages&code == 0 {
		tally(&e.foreign, w.stops)
		return
	}
	e.known++
	tally(&e.shared, w.stops|uint64(w.languages))
	if w.stop {
		e.stops++
		tally(&e.sharedStops, w.stops)
	}
}

// tally counts a word for each language of a mask.
func tally(counts *[maxLanguages]int, languages uint64) {
	for ; languages != 0; languages &= languages - 1 {
		counts[bits.TrailingZeros64(languages)]++
	}
}

// standing returns what the evidence is enough for.
func (e *evidence) standing() Standing {
	certain := e.words >= 2 && e.known*4 >= e.words*3
	for i, foreign := range e.foreign {
		if foreign >= 2 && foreign > e.stops-e.sharedStops[i] {
			return Foreign
		}
		certain = certain && foreign*3 <= e.known-e.shared[i]
	}
	switch {
	case e.words >= 4 && e.known*2 < e.words:
		return Foreign
	case certain:
		return Certain
	}
	return Unsure
}
