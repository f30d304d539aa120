package spell

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// memo remembers what was found out about words. It is a table of fixed size
// with two places for a hash, in which a newer word takes the place of an older
// one, so memory is bounded and readers never wait. An entry depends on its word
// alone, so what was remembered never changes a result.
type memo struct {
	seed  maphash.Seed
	slots [memoSize][2]atomic.Pointer[entry]
}

const memoSize = 1 << 14

// entry is what the checker knows about one token.
type entry struct {
	token    string
	spelt    string // the token with ' for any apostrophe
	from, to int    // the part that the verdict is about
	verdict  Verdict
	flags    entryFlags
	lower    string  // the same in lower case
	patterns endings // confusions that end with this word
	before   uint64  // first letters of the words that these have before it
	behind   uint64  // the same, or all letters if any word may come before it
}

type entryFlags uint8

const (
	capitalised entryFlags = 1 << iota // misspelt, if it is no name
	compound                           // has parts to be judged one by one
	plain                              // lower-case letters only
	doubleAllowed
	settled // nothing to say of it by itself
)

func newMemo() *memo { return &memo{seed: maphash.MakeSeed()} }

// get returns the entry of a token, which compute makes when it is missing.
func (m *memo) get(token string, compute func(string) *entry) *entry {
	slot := &m.slots[maphash.String(m.seed, token)&(memoSize-1)]
	first := slot[0].Load()
	if first != nil && first.token == token {
		return first
	}
	if e := slot[1].Load(); e != nil && e.token == token {
		return e
	}
	e := compute(strings.Clone(token))
	slot[1].Store(first)
	slot[0].Store(e)
	return e
}
