// Package spell finds misspelt, repeated and confused words in one pass over
// the words of a text, and words that one submission spells in two ways.
//
// It is made for precision: a word is reported only if it is a misspelling
// known as such, or a lower-case word that no list knows and that is one edit
// from a known word. Capitals, names, identifiers, addresses, and words of
// other languages pass.
package spell

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// A Checker judges words of one language. It is safe for concurrent use; let
// all workers share one for each language, so that they share what it remembers.
type Checker struct {
	lang       language
	dict       *dict.Dict
	others     []*dict.Dict
	vocabulary []*dict.List
	listNear   func() map[uint64][]string // the listed words by fingerprint
	memo       *memo
}

// New returns a checker for text in a language ("en", "EN", "pt-BR"), with the
// project's own vocabularies. It is false for languages without a dictionary.
func New(lang string, vocabulary ...*dict.List) (*Checker, bool) {
	main, ok := dict.For(lang)
	if !ok {
		return nil, false
	}
	c := &Checker{lang: languages[strings.ToLower(lang[:2])], dict: main, vocabulary: vocabulary, memo: newMemo()}
	c.listNear = sync.OnceValue(c.indexLists)
	for _, code := range dict.Languages() {
		if other, _ := dict.For(code); other != main {
			c.others = append(c.others, other)
		}
	}
	return c, true
}

// Word judges one word by itself. The word may carry an elision, a possessive
// or an apostrophe of either form; of a hyphenated word judge the parts.
func (c *Checker) Word(word string) Verdict {
	e := c.entry(word)
	if e.flags&(capitalised|compound) != 0 {
		return Verdict{Status: Ignored}
	}
	return e.verdict
}

func (c *Checker) entry(token string) *entry { return c.memo.get(token, c.compute) }

func (c *Checker) compute(token string) *entry {
	e := &entry{token: token, spelt: strings.ReplaceAll(token, "’", "'"), to: len(token)}
	switch shapeOf(token) {
	case lowerCase:
		e.flags |= plain
		e.verdict = c.judge(token)
	case apostrophe:
		c.judgeApostrophe(e)
	case startCase:
		e.verdict = c.judgeCapitalised(token)
		if e.verdict.Status == Misspelt {
			e.flags |= capitalised
		}
	case mixed:
		e.flags |= compound
	}
	e.lower = strings.ToLower(e.spelt)
	e.patterns = confusions()[e.lower]
	if doubles()[e.lower] {
		e.flags |= doubleAllowed
	}
	return e
}

// judge finds the status of a lower-case word.
func (c *Checker) judge(word string) Verdict {
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

// judgeCapitalised says of a capitalised word only whether it is a misspelling
// known as such: anything else may be a name.
func (c *Checker) judgeCapitalised(word string) Verdict {
	lower := strings.ToLower(word)
	if c.listed(word) || c.knows(lower) || c.dict.Has(word) {
		return Verdict{Status: Ignored}
	}
	v, _ := c.listedMisspelling(lower, c.foreign(lower))
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

// listedMisspelling looks a word up among the misspellings known as such. The
// list is often blind to a second reading (consulation: consolation, but also
// consultation); then neither is certain.
func (c *Checker) listedMisspelling(word string, foreign bool) (Verdict, bool) {
	if c.lang != english {
		return Verdict{}, false
	}
	if right, ok := ownPairs()[word]; ok {
		return Verdict{Status: Misspelt, Listed: true, Certain: true, Corrections: []string{right}}, true
	}
	right, ok := certain(word)
	if !ok || foreign {
		return Verdict{}, false
	}
	v := Verdict{Status: Misspelt, Listed: true, Certain: true, Corrections: []string{right}}
	for _, s := range c.dict.Near(word, 0) {
		if s.Word == right || s.Cost > likelyCost {
			break // what follows is less likely
		}
		if s.Value&dict.Uncommon == 0 {
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
	if domain(c.lang)[word] {
		return true
	}
	for _, l := range c.vocabulary {
		if l.Has(word) {
			return true
		}
	}
	return false
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

// suspect judges a word that no list has.
func (c *Checker) suspect(word string) Verdict {
	near := c.dict.Near(word, 0)
	if len(near) == 0 || near[0].Cost > likelyCost {
		if listed := c.nearListed(word); len(listed) > 0 {
			return Verdict{Status: Misspelt, Certain: len(listed) == 1, Corrections: listed}
		}
	}
	if split, ok := c.joined(word); ok && (len(near) == 0 || near[0].Cost > likelyCost) {
		return Verdict{Status: Misspelt, Corrections: []string{split}}
	}
	if len(near) == 0 && len(word) >= longEnoughForTwo {
		near = c.dict.NearTwo(word, 0)
		if len(near) > 0 {
			return Verdict{Status: Misspelt, Corrections: wordsOf(near, near[0].Cost)}
		}
	}
	switch {
	case len(near) == 0 || near[0].Cost > highestCost:
		return Verdict{Status: Unknown}
	case c.foreignButForAccents(word):
		return Verdict{Status: Foreign}
	}
	safe := closeCost // where words have many endings, one letter more is another form
	if c.lang == english {
		safe = likelyCost
	}
	certain := utf8.RuneCountInString(word) >= longEnoughToFix && near[0].Cost <= safe &&
		!slices.ContainsFunc(near[1:], func(s dict.Suggestion) bool { return s.Value&dict.Uncommon == 0 && s.Cost <= highestCost })
	if certain {
		near = near[:1]
	}
	return Verdict{Status: Misspelt, Certain: certain, Corrections: wordsOf(near, highestCost)}
}

// The costs are those of package dict.
const (
	closeCost        = 1 // accents, letters doubled or swapped
	likelyCost       = 2 // one likely slip
	highestCost      = 4 // one slip of any kind, not at the first letter
	longEnoughForTwo = 8
	longEnoughToFix  = 7
	mostCorrections  = 5
)

// foreignButForAccents: facon, comite in an English text. The other languages
// are too like each other for this.
func (c *Checker) foreignButForAccents(word string) bool {
	if c.lang != english {
		return false
	}
	for _, d := range c.others {
		if d.HasAccented(word) {
			return true
		}
	}
	return false
}

func wordsOf(suggestions []dict.Suggestion, highest int) []string {
	var list []string
	for _, s := range suggestions {
		if s.Cost <= highest && len(list) < mostCorrections {
			list = append(list, s.Word)
		}
	}
	return list
}

// joined reports whether a word is a small word and another one without the
// blank between them: ofthe, todemand.
func (c *Checker) joined(word string) (split string, ok bool) {
	for _, head := range smallWords[c.lang] {
		rest, found := strings.CutPrefix(word, head)
		if !found || len(rest) < shortestStem && !slices.Contains(smallWords[c.lang], rest) {
			continue
		}
		if v, known := c.dict.Lookup(rest); known && v&dict.Uncommon == 0 {
			return head + " " + rest, true
		}
	}
	return "", false
}

var smallWords = [languageCount][]string{
	english: {"the", "of", "to", "and", "for", "with", "from", "that"},
}
