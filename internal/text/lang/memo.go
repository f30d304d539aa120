package lang

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// word is which languages have a word: as a stop word, or else in their
// dictionaries.
type word struct {
	text      string
	languages mask
	stop      bool
}

// memo remembers words in a table of fixed size with two places for a hash, in
// which a newer one takes the place of an older one. What it remembers depends on
// the word alone, so it never changes an outcome.
type memo struct {
	seed  maphash.Seed
	stops map[string]mask
	dicts [len(codes)]*dict.Dict
	slots [1 << 13][2]atomic.Pointer[word]
}

var remembered = sync.OnceValue(func() *memo {
	m := &memo{seed: maphash.MakeSeed(), stops: stopWords()}
	for i, c := range codes {
		m.dicts[i], _ = dict.For(c)
	}
	return m
})

func (m *memo) get(text string) *word {
	slot := &m.slots[maphash.String(m.seed, text)&uint64(len(m.slots)-1)]
	first := slot[0].Load()
	if first != nil && first.text == text {
		return first
	}
	if w := slot[1].Load(); w != nil && w.text == text {
		return w
	}
	w := m.lookUp(strings.Clone(text))
	slot[1].Store(first)
	slot[0].Store(w)
	return w
}

func (m *memo) lookUp(text string) *word {
	if languages, stop := m.stops[text]; stop {
		return &word{text, languages, true} // what a stop word is elsewhere says nothing
	}
	w := &word{text: text}
	for i, d := range m.dicts {
		if _, ok := d.Lookup(text); ok {
			w.languages |= 1 << i
		}
	}
	return w
}
