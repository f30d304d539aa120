package prose

import (
	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// cache holds what one goroutine worked out about the texts of the entry at hand, so
// that every rule can use it. Every value depends on its key alone. In tests without caches, and outside
// of a run, each call gets an empty one.
type cache struct {
	entry    int                  // number of the entry at hand
	text     Text                 // prepared for the visits of a narrative
	analyses map[uint64]*analysis // of the entry at hand, by a hash of text and languages
	free     []*analysis          // of earlier entries, whose memory is reused

	narrative slot[*schema.Narrative, *analysis]
	spelling  slot[*schema.Narrative, uint64]
	element   slot[*schema.Prose, bool]       // whether it has no word
	language  slot[*schema.Entry, lang.Guess] // that its undeclared texts are in

	undoubted []uint64 // spelling keys of texts without doubtful words, by their remainder

	words    *text.Interner
	scanners map[string]*spell.Scanner // by language; nil = no dictionary
}

const (
	maxFree      = 1024
	maxUndoubted = 1 << 15
	maxReused    = 4 << 10 // bytes of a text whose analysis is used again
)

func cacheOf(env *lint.Environment) *cache {
	c := attachment.OfGoroutine(&env.Scope, "prose", func() *cache { return newCache(attachment.EntryNumber(&env.Scope) > 0) })
	c.begin(attachment.EntryNumber(&env.Scope))
	return c
}

// newCache returns an empty cache. lasting reports that it is more than one call's.
func newCache(lasting bool) *cache {
	c := &cache{analyses: map[uint64]*analysis{}, scanners: map[string]*spell.Scanner{}}
	if lasting {
		c.words, c.undoubted = new(text.Interner), make([]uint64, maxUndoubted)
	}
	return c
}

// begin drops the analyses of the entry before. A small working set is faster than
// one that holds texts for when they recur.
func (c *cache) begin(entry int) {
	if entry == c.entry {
		return
	}
	c.entry = entry
	for _, a := range c.analyses {
		if len(c.free) < maxFree && len(a.doc.Text()) <= maxReused {
			a.doc.Reset("", "") // or it would keep the text of the entry in memory
			c.free = append(c.free, a)
		}
	}
	clear(c.analyses)
}

// analysis returns the analysis of a text that declares a language and is read in one.
func (c *cache) analysis(s, declared, language string) *analysis {
	h := mix(mix(xxhash.Sum64String(s), declared), language)
	if a := c.analyses[h]; a != nil && a.doc.Text() == s && a.declared == declared && a.language == language {
		return a
	}
	a := c.newAnalysis(s, language)
	*a = analysis{doc: a.doc, declared: declared, language: language}
	c.analyses[h] = a
	return a
}

// newAnalysis returns an analysis with the words of a text.
func (c *cache) newAnalysis(s, language string) *analysis {
	last := len(c.free) - 1
	if last < 0 {
		return &analysis{doc: text.AnalyseWith(c.words, s, language)}
	}
	a := c.free[last]
	c.free = c.free[:last]
	a.doc.Reset(s, language)
	return a
}

// scanner returns the goroutine's own for a language.
func (c *cache) scanner(env *lint.Environment, language string) (*spell.Scanner, bool) {
	scanner, known := c.scanners[language]
	if !known {
		if checker, ok := Speller(env, language); ok {
			scanner = &spell.Scanner{Checker: checker}
		}
		c.scanners[language] = scanner
	}
	return scanner, scanner != nil
}

// slot caches the value of the last key of an entry.
type slot[K comparable, V any] struct {
	entry int
	key   K
	value V
}

// get returns the value of a key. entry is the number of the entry at hand, 0
// outside of a run.
func (s *slot[K, V]) get(entry int, key K, compute func() V) V {
	if entry == 0 || s.entry != entry || s.key != key {
		*s = slot[K, V]{entry, key, compute()}
	}
	return s.value
}
