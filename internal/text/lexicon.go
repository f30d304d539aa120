package text

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// class is a set of what a word can be in one language.
type class uint64

const (
	cAbbreviation class = 1 << iota
	cFinal
	cNumeric
	cNumber
	cScale
	cCollective
	cOne
	cMany
	cFraction
	cOrdinal
	cAndNumber
	cMonth
	cWeekday
	cDuration
	cAge
	cPerson
	cReference
	cLabel
	cMoney
	cArticle
	cPreposition
	cConjunction
	cAuxiliary
	cPronoun
	cOther
	cYearBefore
	cRangeWord
	cBetween
	cVagueFirst
	cChange
	cChanged
	cAchieved
	cBetter
	cActivity
	cActivityNoun
	cImperative
	cInfinitive
	cVerb
	cMeansFirst

	cFunction = cArticle | cPreposition | cConjunction | cAuxiliary | cPronoun | cOther
	cNumberly = cNumber | cScale | cCollective | cOne | cMany | cFraction | cOrdinal | cMonth | cNumeric
)

// sense is what a word is in one language, with its number if it has one.
type sense struct {
	class class
	value int32
}

// hint is what a word can begin or be in a marker, in any language.
type hint uint32

// lexicon is every word the engine knows, found by one hash of its lower case.
type lexicon struct {
	slots  []uint16 // open addressing, by hash; 0 is free
	words  []string // by id; 0 is "unknown word"
	hashes []uint32
	senses [languages][]sense
	hints  []hint
	vague  [languages]phrases
	means  [languages]phrases
	marks  markPhrases

	comparisons [languages][]comparison
	compared    []uint8 // by id: bits of the languages in which a comparison ends with the word
}

// theLexicon compiles the vocabularies once. The result is never changed.
var theLexicon = sync.OnceValue(compile)

const slotBits = 14

func compile() *lexicon {
	x := &lexicon{slots: make([]uint16, 1<<slotBits)}
	x.add("")
	for l, v := range vocabularies {
		x.addVocabulary(language(l), v)
		x.addComparisons(language(l), v)
	}
	for l, v := range vocabularies {
		x.vague[l] = x.phrases(v.vague, language(l), cVagueFirst)
		x.means[l] = x.phrases(v.means, language(l), cMeansFirst)
	}
	x.addMarks()
	return x
}

func (x *lexicon) addVocabulary(l language, v *vocabulary) {
	for _, list := range []struct {
		words string
		class class
	}{
		{v.abbreviations, cAbbreviation}, {v.finals, cFinal}, {v.numeric, cNumeric},
		{v.numbers, cNumber}, {v.scales, cScale}, {v.collectives, cCollective}, {v.ones, cOne},
		{v.manyNumbers, cMany}, {v.fractions, cFraction}, {v.ordinals, cOrdinal}, {v.andInNumber, cAndNumber},
		{v.months, cMonth}, {v.weekdays, cWeekday}, {v.durations, cDuration}, {v.ages, cAge}, {v.persons, cPerson},
		{v.references, cReference}, {v.labels, cLabel}, {v.money, cMoney}, {neutralMoney, cMoney},
		{v.articles, cArticle}, {v.prepositions, cPreposition}, {v.conjunctions, cConjunction},
		{v.auxiliaries, cAuxiliary}, {v.pronouns, cPronoun}, {v.others, cOther}, {v.yearBefore, cYearBefore},
		{v.rangeWords, cRangeWord}, {v.between, cBetween},
		{v.change, cChange}, {v.changed, cChanged}, {v.achieved, cAchieved}, {v.better, cBetter},
		{v.activity, cActivity}, {v.activityNouns, cActivityNoun}, {v.imperatives, cImperative},
		{v.infinitives, cInfinitive}, {v.verbs, cVerb}, {neutralReferences, cReference},
	} {
		for _, item := range strings.Fields(list.words) {
			word, number, _ := strings.Cut(item, "=")
			n, _ := strconv.ParseInt(number, 10, 32) // none is 0
			x.addSense(l, word, list.class, int32(n))
		}
	}
}

// neutralMoney and neutralReferences hold in every language.
const (
	neutralMoney      = "usd us$ eur gbp chf cad aud jpy cny xof xaf fcfa cfa f.cfa sek nok dkk brl mxn pen inr kes ugx tzs rwf etb zar ngn ghs htg gtq hnl nio clp ars bob pyg uyu dop crc afn pkr bdt npr lkr idr php thb vnd mmk khr uah mkd rsd bam irr iqd jod lbp egp mad dzd tnd lyd ssp mwk zmw mzn aoa cdf bif dollar dollars euro euros €"
	neutralReferences = "n° nº no° n.º covid unscr s/res a/res sdg sdgs odd ods mdg mdgs omd odm cedaw/c unsc tel tél fax p.o.b isbn issn doi id"
)

// addSense adds what a word is in a language.
func (x *lexicon) addSense(l language, word string, c class, value int32) {
	s := &x.senses[l][x.add(word)]
	s.class |= c
	if value != 0 && s.value == 0 {
		s.value = value
	}
}

// add returns the id of a word, which must be in lower case.
func (x *lexicon) add(word string) uint16 {
	h := hashLower(word)
	for i := h >> (32 - slotBits); ; i = (i + 1) & (1<<slotBits - 1) {
		id := x.slots[i]
		if id == 0 || len(x.words) == 0 {
			id = uint16(len(x.words))
			x.words, x.hashes, x.hints = append(x.words, word), append(x.hashes, h), append(x.hints, 0)
			x.compared = append(x.compared, 0)
			for l := range x.senses {
				x.senses[l] = append(x.senses[l], sense{})
			}
			if word != "" {
				x.slots[i] = id
			}
			return id
		}
		if x.words[id] == word {
			return id
		}
	}
}

// find returns the id of a word in any case; 0 when it is unknown.
func (x *lexicon) find(word string) uint16 {
	if len(word) > 40 {
		return 0
	}
	h := uint32(hashSeed)
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return x.findAny(word)
		}
		h = (h ^ uint32(c)) * hashPrime
	}
	return x.known(finish(h), word)
}

// findAny is like find, for a word with capitals or above ASCII.
func (x *lexicon) findAny(word string) uint16 {
	var buffer [96]byte
	lower := buffer[:0]
	for _, r := range word {
		lower = utf8.AppendRune(lower, plain(r))
	}
	return x.known(hashLower(lower), string(lower))
}

// known returns the id of a word in lower case with its hash; 0 when it is unknown.
func (x *lexicon) known(h uint32, lower string) uint16 {
	for i := h >> (32 - slotBits); ; i = (i + 1) & (1<<slotBits - 1) {
		id := x.slots[i]
		if id == 0 || x.hashes[id] == h && x.words[id] == lower {
			return id
		}
	}
}

const (
	hashSeed  = 2166136261
	hashPrime = 16777619
	hashMix   = 0x9E3779B1
)

func hashLower[T string | []byte](s T) uint32 { return finish(hashBytes(s)) }

// hashBytes is FNV-1a, as far as finish.
func hashBytes[T string | []byte](s T) uint32 {
	h := uint32(hashSeed)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * hashPrime
	}
	return h
}

func finish(h uint32) uint32 { return (h ^ h>>15) * hashMix }

// plain returns the lower case of r, with the typographic apostrophe and hyphen as
// the straight ones.
func plain(r rune) rune {
	switch r {
	case '’', 'ʼ':
		return '\''
	case '‐', '‑':
		return '-'
	}
	return unicode.ToLower(r)
}

// lexemes looks every word up, once.
func (d *Doc) lexemes() {
	if !d.startPart(doneLexemes) {
		return
	}
	d.ids = slices.Grow(d.ids, len(d.words))[:len(d.words)]
	if d.interner == nil {
		for i, w := range d.words {
			d.ids[i] = d.lookUp(w)
		}
		return
	}
	d.wordIDs = slices.Grow(d.wordIDs, len(d.words))[:len(d.words)]
	for i, w := range d.words {
		var known *interned
		if w.Flags&(URL|Email|Digit) == 0 { // figures are seldom repeated
			known = d.interner.slot(d.text[w.Start:], w.Len())
		}
		if known == nil {
			d.ids[i], d.wordIDs[i] = d.lookUp(w), 0
			continue
		}
		if known.number == 0 {
			d.interner.add(known, d.lookUp(w))
		}
		d.ids[i], d.wordIDs[i] = known.id, known.number
	}
}

// WordID returns a number that stands for the exact text of word i in all texts
// with the same Interner, 0 if the word has none.
func (d *Doc) WordID(i int) uint16 {
	if d.lexemes(); d.interner == nil {
		return 0
	}
	return d.wordIDs[i]
}

func (d *Doc) lookUp(w Word) uint16 {
	if w.Flags&(URL|Email) != 0 {
		return 0
	}
	word := w.Of(d.text)
	if w.Flags&Apostrophe == 0 {
		return d.lex.find(word)
	}
	if id := d.lex.find(word); id != 0 {
		return id
	}
	at := strings.IndexAny(word, "'’ʼ")
	_, size := utf8.DecodeRuneInString(word[at:])
	head, tail := word[:at], word[at+size:]
	if len(tail) <= 2 && len(head) > 2 {
		return d.lex.find(head)
	}
	return d.lex.find(tail)
}

// class returns what word i is in the language of the text. lexemes must have
// been called.
func (d *Doc) class(i int) class {
	if i < 0 || i >= len(d.ids) {
		return 0
	}
	return d.lex.senses[d.lang][d.ids[i]].class
}

func (d *Doc) value(i int) int32 { return d.lex.senses[d.lang][d.ids[i]].value }

// classOf looks up a single part of a word.
func (d *Doc) classOf(s string) (class, int32) {
	x := d.lex.senses[d.lang][d.lex.find(s)]
	return x.class, x.value
}
