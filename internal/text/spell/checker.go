// Package spell finds misspelt, repeated and confused words in one pass over
// the words of a text, and words that one submission spells in two ways.
//
// It is made for precision: a word is reported only if it is a misspelling
// known as such, or a lower-case word that no list knows and that is one edit
// from a known word. Capitals, names, identifiers, addresses, and words of
// other languages pass.
package spell

import (
	"strings"
	"sync"

	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/internal/text/wordcache"
)

// A Checker judges words of one language. It is safe for concurrent use; let
// all workers share one for each language, and with it the cache of its words.
type Checker struct {
	lang       language
	dict       *dict.Dict
	others     []*dict.Dict
	vocabulary []*dict.List
	listNear   func() map[uint64][]string // the listed words by fingerprint
	cache      *wordcache.Cache[entry]
}

// sets is half of how many words a checker caches.
const sets = 1 << 14

// A Word is a word of a text, by its bytes.
type Word struct {
	Start, End int
	ID         uint16 // unless 0, it stands for this very word in all texts of a Scanner
}

// New returns a checker for text in a language ("en", "EN", "pt-BR"), with the
// project's own vocabularies. It is false for languages without a dictionary.
func New(lang string, vocabulary ...*dict.List) (*Checker, bool) {
	main, ok := dict.For(lang)
	if !ok {
		return nil, false
	}
	c := &Checker{lang: languages[strings.ToLower(lang[:2])], dict: main, vocabulary: vocabulary}
	c.cache = wordcache.New(sets, c.compute)
	c.listNear = sync.OnceValue(c.indexLists)
	for _, code := range dict.Languages() {
		if other, _ := dict.For(code); other != main {
			c.others = append(c.others, other)
		}
	}
	return c, true
}

// Uncached returns a checker that judges every word anew, for tests.
func (c *Checker) Uncached() *Checker {
	uncached := *c
	uncached.cache = wordcache.New(0, uncached.compute)
	return &uncached
}

func (c *Checker) entry(token string) *entry { return c.cache.Get(token) }

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
	e.before = e.patterns.before()
	if e.behind = e.before; e.patterns[""] != nil {
		e.behind = anyLetter
	}
	if doubles()[e.lower] {
		e.flags |= doubleAllowed
	}
	if e.flags&compound == 0 && !e.verdict.OneSided && e.verdict.Corrections == nil && e.verdict.Status != Unknown && e.verdict.Status != Misspelt {
		e.flags |= settled
	}
	return e
}
