package spell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// judge finds the status of a lower-case word.
func (c *Checker) judge(word string) Verdict {
	if value, ok := c.dict.Lookup(word); ok {
		return Verdict{Status: Known, OneSided: c.lang == english && value&(dict.USOnly|dict.GBOnly) != 0}
	}
	if c.knows(word) {
		return Verdict{Status: Known}
	}
	foreign := c.foreign(word)
	if v, ok := c.listedMisspelling(word, foreign); ok {
		return v
	}
	letters := utf8.RuneCountInString(word)
	switch {
	case letters > longest:
		return Verdict{Status: Ignored}
	case letters >= shortest && c.built(word):
		return Verdict{Status: Known}
	case foreign:
		return c.borrowed(word)
	case letters < shortest:
		return Verdict{Status: Ignored}
	}
	return c.suspect(word)
}

// borrowed judges a word of another language. One with a correction very close
// at hand (programe, evaluation in French) is misspelt where all around it is
// of this language.
func (c *Checker) borrowed(word string) Verdict {
	v := Verdict{Status: Foreign}
	if utf8.RuneCountInString(word) < shortestSlip {
		return v
	}
	for _, s := range c.dict.Near(word, 0) {
		if s.Cost <= closeCost && !(c.lang == english && s.Edit == dict.Accents) && len(v.Corrections) < mostCorrections {
			v.Corrections = append(v.Corrections, s.Word)
		}
	}
	return v
}

// judgeCapitalised finds of a capitalised word only whether it is a misspelling
// known as such: anything else may be a name.
func (c *Checker) judgeCapitalised(word string) Verdict {
	lower := strings.ToLower(word)
	if _, _, ok := c.misspellingOf(lower); !ok || c.listed(word) || c.knows(lower) || c.dict.Has(word) {
		return Verdict{Status: Ignored}
	}
	v, _ := c.listedMisspelling(lower, c.foreign(lower) || c.foreignButForAccents(lower))
	return v
}

// judgeApostrophe judges a word with an apostrophe by what is left of it
// without a possessive ending or an elided article.
func (c *Checker) judgeApostrophe(e *entry) {
	from, to, elided := c.bare(e.token)
	bare := strings.ReplaceAll(e.token[from:to], "’", "'") // offsets are those of the token
	switch shape := shapeOf(bare); {
	case elided && c.lang != french:
		e.verdict.Status = Foreign
	case shape == lowerCase:
		e.from, e.to = from, to
		e.verdict = c.judge(bare)
	case shape == apostrophe && c.knows(bare):
		e.verdict.Status = Known
	}
}

// misspellingOf looks a word up in the lists of misspellings. A list of our own is
// never wrong.
func (c *Checker) misspellingOf(word string) (right string, own, ok bool) {
	if c.lang != english {
		return "", false, false
	}
	if right, ok = ownPairs()[word]; ok {
		return right, true, true
	}
	right, ok = certain(word)
	return right, false, ok
}

// listedMisspelling judges a word by the lists of misspellings. That of others is
// often blind to a second reading (consulation: consolation, but also
// consultation); then neither is certain.
func (c *Checker) listedMisspelling(word string, foreign bool) (Verdict, bool) {
	right, own, ok := c.misspellingOf(word)
	if !ok || foreign && !own {
		return Verdict{}, false
	}
	v := Verdict{Status: Misspelt, Listed: true, Certain: true, Corrections: []string{right}}
	if own {
		return v, true
	}
	near := c.dict.Near(word, 0)
	cost := likelyCost
	if i := slices.IndexFunc(near, func(s dict.Suggestion) bool { return s.Word == right }); i >= 0 {
		cost = min(cost, near[i].Cost)
	}
	for _, s := range near {
		if s.Word != right && s.Cost <= cost && s.Value&dict.Uncommon == 0 {
			v.Certain = false
			v.Corrections = append(v.Corrections, s.Word)
		}
	}
	return v, true
}

// A word shorter than this is too often a unit or an abbreviation to be
// judged; one longer than this is glued together.
const (
	shortest = 5
	longest  = 24
)

// knows reports whether any list has the word.
func (c *Checker) knows(word string) bool {
	if _, ok := c.dict.Lookup(word); ok || c.listed(word) {
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	_, ok := c.dict.Lookup(string(unicode.ToUpper(first)) + word[size:]) // african: not a matter of spelling
	return ok
}

func (c *Checker) listed(word string) bool {
	return domain(c.lang)[word] || slices.ContainsFunc(c.vocabulary, func(l *dict.List) bool { return l.Has(word) })
}

func (c *Checker) foreign(word string) bool {
	for _, d := range c.others {
		if _, ok := d.Lookup(word); ok {
			return true
		}
	}
	for _, l := range []language{english, french, spanish, portuguese} {
		if l != c.lang && domain(l)[word] {
			return true
		}
	}
	return false
}
