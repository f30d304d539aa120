package lang

import (
	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/internal/text/wordcache"
)

// word holds which languages have a word: as a stop word, or else in their
// dictionaries.
type word struct {
	languages mask
	stop      bool
	stops     uint64 // all languages that have it as a stop word
}

// A Detector knows the words of all languages. It is safe for concurrent use; let
// all workers share one, and with it the cache of its words.
type Detector struct{ words *wordcache.Cache[word] }

// sets is half of how many words are cached.
const sets = 1 << 13

// NewDetector returns a detector, which looks every word up anew if it is not
// cached.
func NewDetector(isCached bool) *Detector {
	stops := stopWords()
	var dicts [len(codes)]*dict.Dict
	for i, c := range codes {
		dicts[i], _ = dict.For(c)
	}
	find := func(text string) *word {
		w := &word{stops: stops[text]}
		if w.languages = mask(w.stops) & known; w.languages != 0 {
			w.stop = true // what a stop word is elsewhere says nothing
			return w
		}
		for i, d := range dicts {
			if _, ok := d.Lookup(text); ok {
				w.languages |= 1 << i
			}
		}
		return w
	}
	if isCached {
		return &Detector{wordcache.New(sets, find)}
	}
	return &Detector{wordcache.New(0, find)}
}
