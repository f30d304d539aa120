package lang

import (
	"sync"

	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/internal/text/wordcache"
)

// word is which languages have a word: as a stop word, or else in their
// dictionaries.
type word struct {
	languages mask
	stop      bool
}

// slots is half of how many words are remembered.
const slots = 1 << 13

var remembered = sync.OnceValue(func() *wordcache.Cache[word] {
	stops := stopWords()
	var dicts [len(codes)]*dict.Dict
	for i, c := range codes {
		dicts[i], _ = dict.For(c)
	}
	return wordcache.New(slots, func(text string) *word {
		if languages, stop := stops[text]; stop {
			return &word{languages, true} // what a stop word is elsewhere says nothing
		}
		w := &word{}
		for i, d := range dicts {
			if _, ok := d.Lookup(text); ok {
				w.languages |= 1 << i
			}
		}
		return w
	})
})
