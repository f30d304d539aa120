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
	e := &entry{token: token}
	switch shapeOf(token) {
	case lowerCase:
		e.flags |= plain
		e.verdict = c.judge(token)
	case apostrophe:
		e.verdict = c.judgeApostrophe(strings.ReplaceAll(token, "’", "'"))
	case startCase:
		e.verdict = c.judgeCapitalised(token)
		if e.verdict.Status == Misspelt {
			e.flags |= capitalised
		}
	case mixed:
		e.flags |= compound
	}
	lower := strings.ToLower(token)
	e.patterns = confusions()[lower]
	if doubles()[lower] {
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
	if c.lang == english && !foreign {
		if v, ok := c.listedMisspelling(word); ok {
			return v
		}
	}
	letters := utf8.RuneCountInString(word)
	switch {
	case letters > longest:
		return Verdict{Status: Ignored}
	case letters >= shortest && c.built(word):
		return Verdict{Status: Known}
	case foreign:
		return Verdict{Status: Foreign}
	case letters < shortest:
		return Verdict{Status: Ignored}
	}
	return c.suspect(word)
}

// judgeCapitalised says of a capitalised word only whether it is a misspelling
// known as such: anything else may be a name.
func (c *Checker) judgeCapitalised(word string) Verdict {
	lower := strings.ToLower(word)
	if c.lang != english || c.listed(word) || c.knows(lower) || c.foreign(lower) || c.dict.Has(word) {
		return Verdict{Status: Ignored}
	}
	v, _ := c.listedMisspelling(lower)
	return v
}

// judgeApostrophe judges a word with an apostrophe by what is left of it
// without a possessive ending or an elided article.
func (c *Checker) judgeApostrophe(word string) Verdict {
	bare, elided := c.bare(word)
	if elided && c.lang != french {
		return Verdict{Status: Foreign}
	}
	switch shapeOf(bare) {
	case lowerCase:
		return c.judge(bare)
	case apostrophe:
		if c.knows(bare) {
			return Verdict{Status: Known}
		}
	}
	return Verdict{Status: Ignored}
}

// listedMisspelling looks a word up among the misspellings known as such. The
// list is often blind to a second reading (consulation: consolation, but also
// consultation); then neither is certain.
func (c *Checker) listedMisspelling(word string) (Verdict, bool) {
	right, ok := certain(word)
	if !ok {
		return Verdict{}, false
	}
	v := Verdict{Status: Misspelt, Listed: true, Certain: true, Corrections: []string{right}}
	for _, s := range c.dict.Near(word, 0) {
		if s.Cost > likelyCost || s.Value&dict.Uncommon != 0 {
			break
		}
		if s.Word != right {
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
	if split, ok := c.joined(word); ok && (len(near) == 0 || near[0].Cost > likelyCost) {
		return Verdict{Status: Misspelt, Corrections: []string{split}}
	}
	if len(near) == 0 && len(word) >= longEnoughForTwo {
		near = c.dict.NearTwo(word, 0)
		if len(near) > 0 {
			return Verdict{Status: Misspelt, Corrections: wordsOf(near, near[0].Cost)}
		}
	}
	if len(near) == 0 || near[0].Cost > highestCost {
		return Verdict{Status: Unknown}
	}
	certain := near[0].Cost <= likelyCost && (len(near) == 1 || near[1].Cost > near[0].Cost+clearLead)
	return Verdict{Status: Misspelt, Certain: certain, Corrections: wordsOf(near, highestCost)}
}

// The costs are those of package dict.
const (
	likelyCost       = 2 // one likely slip
	highestCost      = 4 // one slip of any kind, not at the first letter
	clearLead        = 1 // what sets the best correction off from the next
	longEnoughForTwo = 8
	mostCorrections  = 5
)

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
