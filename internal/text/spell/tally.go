package spell

import (
	"slices"
	"strings"
)

// Place is where a word stands, in a numbering of the caller's; a Tally keeps the
// lowest places of a word.
type Place uint64

// A Tally counts the words of one language in a submission; their order does not
// matter. It is not safe for concurrent use. The zero Tally is ready.
type Tally struct {
	words map[string]*count
}

type count struct {
	n      int
	places []Place // the lowest, in order
}

// maxPlaces bounds the memory of a frequent word. A spelling worth a violation
// is rare; of a frequent one a few examples will do.
const maxPlaces = 8

// Add counts one word. Only what may be a spelling of something is kept:
// lower-case words of five letters or more.
func (t *Tally) Add(word string, at Place) {
	if len(word) < shortest || shapeOf(word) != lowerCase {
		return
	}
	if t.words == nil {
		t.words = map[string]*count{}
	}
	c := t.words[word]
	if c == nil {
		c = new(count)
		t.words[strings.Clone(word)] = c
	}
	c.n++
	c.keep(at)
}

func (c *count) keep(at Place) {
	i, _ := slices.BinarySearch(c.places, at)
	if i == maxPlaces {
		return
	}
	if len(c.places) == maxPlaces {
		c.places = c.places[:maxPlaces-1]
	}
	c.places = slices.Insert(c.places, i, at)
}

// Count returns how often a word was added.
func (t *Tally) Count(word string) int {
	if c := t.words[word]; c != nil {
		return c.n
	}
	return 0
}
