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
	others    uint64 // the languages without a dictionary that have it as a stop word
}

// A Detector knows the words of all languages. It is safe for concurrent use; let
// all workers share one, and with it the cache of its words.
type Detector struct {
	words  *wordcache.Cache[word]
	others int // how many languages there are without a dictionary
}

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
		in := stops.words[text]
		if in.languages != 0 {
			return &word{in.languages, true, in.others} // what a stop word is elsewhere says nothing
		}
		w := &word{others: in.others}
		for i, d := range dicts {
			if _, ok := d.Lookup(text); ok {
				w.languages |= 1 << i
			}
		}
		return w
	}
	if isCached {
		return &Detector{wordcache.New(sets, find), stops.others}
	}
	return &Detector{wordcache.New(0, find), stops.others}
}
