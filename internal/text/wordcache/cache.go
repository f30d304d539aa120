// Package wordcache caches what is computed from single words.
package wordcache

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// A Cache holds what a function returned for the words it was called with last.
// The function must depend on the word alone, so that a hit is the same as a
// call. A Cache is of fixed size and safe for concurrent use: it is two-way set
// associative, a new word replaces the older one of its set, and readers never
// wait. The zero Cache is not usable.
type Cache[V any] struct {
	seed    maphash.Seed
	compute func(word string) *V
	sets    [][2]atomic.Pointer[item[V]]
}

type item[V any] struct {
	word  string
	value *V
}

// New returns an empty cache of compute for twice as many words as sets, which
// is a power of two. With no sets it computes every time.
func New[V any](sets int, compute func(word string) *V) *Cache[V] {
	return &Cache[V]{maphash.MakeSeed(), compute, make([][2]atomic.Pointer[item[V]], sets)}
}

// Get returns the value of a word.
func (c *Cache[V]) Get(word string) *V {
	if len(c.sets) == 0 {
		return c.compute(strings.Clone(word))
	}
	set := &c.sets[maphash.String(c.seed, word)&uint64(len(c.sets)-1)]
	newer := set[0].Load()
	if newer != nil && newer.word == word {
		return newer.value
	}
	if older := set[1].Load(); older != nil && older.word == word {
		return older.value
	}
	word = strings.Clone(word)
	i := &item[V]{word, c.compute(word)}
	set[1].Store(newer)
	set[0].Store(i)
	return i.value
}
