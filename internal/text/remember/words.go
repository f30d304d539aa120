// Package remember keeps what was found out about words.
package remember

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Words remembers what was found out about words, for any number of goroutines. It
// is a table of fixed size with two places for a hash, in which a newer word takes
// the place of an older one, so memory is bounded and readers never wait. What is
// found out must depend on the word alone: then what is remembered never changes
// an outcome.
type Words[V any] struct {
	seed  maphash.Seed
	find  func(word string) *V
	slots [][2]atomic.Pointer[known[V]]
}

type known[V any] struct {
	word  string
	value *V
}

// NewWords makes room for twice as many words as it has slots, which are a power of
// two. find finds out what is asked for.
func NewWords[V any](slots int, find func(word string) *V) *Words[V] {
	return &Words[V]{maphash.MakeSeed(), find, make([][2]atomic.Pointer[known[V]], slots)}
}

// Get gives what is known of a word, which is found out if it is not remembered.
func (w *Words[V]) Get(word string) *V {
	slot := &w.slots[maphash.String(w.seed, word)&uint64(len(w.slots)-1)]
	first := slot[0].Load()
	if first != nil && first.word == word {
		return first.value
	}
	if k := slot[1].Load(); k != nil && k.word == word {
		return k.value
	}
	word = strings.Clone(word)
	k := &known[V]{word, w.find(word)}
	slot[1].Store(first)
	slot[0].Store(k)
	return k.value
}
