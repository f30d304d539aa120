package dict

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// An Edit is how a word differs from a suggestion.
type Edit uint8

const (
	Accents    Edit = iota // the same letters with other accents, at any number of places
	Transposed             // two neighbours in the wrong order
	Doubled                // a letter too often or not often enough
	Omitted                // the word lacks a letter
	Added                  // the word has a letter too many
	Replaced               // one letter stands for another
	Several                // two of these
)

// A Suggestion is a known word close to an unknown one.
type Suggestion struct {
	Word  string
	Edit  Edit
	Place int // the edit's place in the unknown word, in code points
	Value Value
	Cost  int // how implausible the edit is, 0 or more
}

// Near returns known words that are one edit away from word, or that differ
// from it in accents only, the likeliest first; at most limit of them, all for
// 0. Word is written in lower case.
func (d *Dict) Near(word string, limit int) []Suggestion {
	if len(word) > maxNear || !utf8.ValidString(word) {
		return nil
	}
	n := newNeighbours(d, word)
	n.accented(d.fst.Start(), 0, 0, nil, 0)
	n.oneEdit()
	found := n.found
	slices.SortFunc(found, func(a, b Suggestion) int {
		return cmp.Or(strings.Compare(a.Word, b.Word), cmp.Compare(a.Cost, b.Cost), cmp.Compare(a.Place, b.Place))
	})
	found = slices.CompactFunc(found, func(a, b Suggestion) bool { return a.Word == b.Word })
	slices.SortStableFunc(found, func(a, b Suggestion) int { return cmp.Compare(a.Cost, b.Cost) })
	if limit > 0 && len(found) > limit {
		found = found[:limit]
	}
	return found
}

// HasAccented reports whether the list has a word with the same letters, whatever
// the accents.
func (d *Dict) HasAccented(word string) bool {
	if len(word) > maxNear || !utf8.ValidString(word) {
		return false
	}
	n := newNeighbours(d, word)
	n.accented(d.fst.Start(), 0, 0, nil, 0)
	return len(n.found) > 0
}

// maxNear bounds the length in bytes of a word worth correcting.
const maxNear = 60

// neighbours walks the word list along one word.
type neighbours struct {
	dict  *Dict
	word  string
	runes []rune
	at    []int // byte offset of each rune, and the length
	found []Suggestion
}

func newNeighbours(d *Dict, word string) *neighbours {
	n := &neighbours{dict: d, word: word}
	for i, r := range word {
		n.runes = append(n.runes, r)
		n.at = append(n.at, i)
	}
	n.at = append(n.at, len(word))
	return n
}

// state is a place in the word list and the value gathered on the way to it.
type state struct {
	addr  int
	value uint64
}

// next follows s through the list; ok is false where no word continues like that.
func (d *Dict) next(from state, s string) (to state, ok bool) {
	for i := range len(s) {
		addr, value := d.fst.AcceptWithVal(from.addr, s[i])
		if addr == dead {
			return state{}, false
		}
		from = state{addr, from.value + value}
	}
	return from, true
}

const dead = 1 // vellum's address of no state

func (d *Dict) final(s state) (Value, bool) {
	final, value := d.fst.IsMatchWithVal(s.addr)
	return Value(s.value + value), final
}

func (n *neighbours) oneEdit() {
	d, from, ok := n.dict, state{addr: n.dict.fst.Start()}, true
	for i := 0; ok; i++ {
		rest := n.word[n.at[i]:]
		after := ""
		if i < len(n.runes) {
			after = n.word[n.at[i+1]:]
			n.try(from, i, "", after, Added)
		}
		if i+1 < len(n.runes) && n.runes[i] != n.runes[i+1] {
			n.try(from, i, string(n.runes[i+1])+string(n.runes[i]), n.word[n.at[i+2]:], Transposed)
		}
		for k, r := range d.letters {
			letter := d.spelt[k]
			to, ok := d.next(from, letter)
			if !ok {
				continue
			}
			n.finish(to, i, letter, rest, Omitted)
			if i < len(n.runes) && n.runes[i] != r {
				n.finish(to, i, letter, after, Replaced)
			}
		}
		if i == len(n.runes) {
			return
		}
		from, ok = d.next(from, n.word[n.at[i]:n.at[i+1]])
	}
}

func (n *neighbours) try(from state, i int, letters, rest string, edit Edit) {
	if to, ok := n.dict.next(from, letters); ok {
		n.finish(to, i, letters, rest, edit)
	}
}

func (n *neighbours) finish(from state, i int, letters, rest string, edit Edit) {
	to, ok := n.dict.next(from, rest)
	if !ok {
		return
	}
	if value, final := n.dict.final(to); final {
		n.add(n.word[:n.at[i]]+letters+rest, i, edit, value)
	}
}

// accented finds the words that have the same letters but for the accents.
func (n *neighbours) accented(addr int, value uint64, i int, prefix []byte, changed int) {
	if i == len(n.runes) {
		if v, final := n.dict.final(state{addr, value}); final && changed > 0 {
			n.add(string(prefix), 0, Accents, v)
		}
		return
	}
	own := n.runes[i]
	for k, r := range n.dict.letters {
		if r != own && base(r) != base(own) {
			continue
		}
		letter := n.dict.spelt[k]
		to, ok := n.dict.next(state{addr, value}, letter)
		if !ok {
			continue
		}
		more := changed
		if r != own {
			more++
		}
		n.accented(to.addr, to.value, i+1, append(prefix[:len(prefix):len(prefix)], letter...), more)
	}
}

func (n *neighbours) add(word string, i int, edit Edit, value Value) {
	edit = n.refine(word, i, edit)
	n.found = append(n.found, Suggestion{Word: word, Edit: edit, Place: i, Value: value, Cost: n.cost(word, i, edit, value)})
}

// refine distinguishes doubled letters from other omissions and additions.
func (n *neighbours) refine(word string, i int, edit Edit) Edit {
	switch edit {
	case Added:
		if i > 0 && n.runes[i] == n.runes[i-1] || i+1 < len(n.runes) && n.runes[i] == n.runes[i+1] {
			return Doubled
		}
	case Omitted:
		put, _ := utf8.DecodeRuneInString(word[n.at[i]:])
		if i > 0 && put == n.runes[i-1] || i < len(n.runes) && put == n.runes[i] {
			return Doubled
		}
	}
	return edit
}
