package text

import (
	"slices"
	"strings"
)

// setting is where a marker phrase must stand to be one.
type setting uint8

const (
	anywhere setting = iota
	setOff           // set off by brackets, line ends or punctuation on both sides
	inCaps           // the same, or in capitals
	labelled         // in brackets, the whole text, or in capitals and set off
	entire           // the whole text only
	opening          // at the start of a sentence
)

// markPhrase is one pattern of a marker.
type markPhrase struct {
	phrase
	lang    language
	kind    MarkerKind
	setting setting
}

// markPhrases finds them by the lexeme of their first word, longest first.
type markPhrases map[uint16][]markPhrase

const (
	hintBe     hint = 1 << iota
	hintIntro       // à, a, para: before an infinitive of deletion
	hintDelete      // a verb of deletion, right spelling
	hintSubject
	hintFiller // words that may stand around a marker
	hintPhrase
	hintX
	hintDemonstrative
	hintPolite
	hintReason
)

func (x *lexicon) addMarks() {
	for words, h := range map[string]hint{
		"be":           hintBe,
		"à a para por": hintIntro,
		deletionWords:  hintDelete,
		markedThings:   hintSubject,
		fillerWords:    hintFiller,
		"xx xxx xxxx xxxxx xxxxxx xxxxxxx xxxxxxxx xxxxxxxxx xxxxxxxxxx x": hintX,
		demonstratives:          hintDemonstrative,
		"please veuillez favor": hintPolite,
		"because due as since duplicate car doublon porque": hintReason,
	} {
		for _, w := range strings.Fields(words) {
			x.hints[x.add(w)] |= h
		}
	}
	x.marks = make(markPhrases)
	for _, g := range markerPhrases {
		for _, p := range strings.Split(g.phrases, "|") {
			p = strings.TrimSpace(p)
			f := strings.Fields(p)
			id := x.add(f[0])
			x.hints[id] |= hintPhrase
			x.marks[id] = append(x.marks[id], markPhrase{phrase{f[1:], p}, g.lang, g.kind, g.setting})
		}
	}
	for _, list := range x.marks {
		slices.SortStableFunc(list, func(a, b markPhrase) int { return len(b.rest) - len(a.rest) })
	}
}
