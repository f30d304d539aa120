package dict

import (
	"cmp"
	"slices"
	"strings"
)

// NearTwo returns common words that two slips of likely kinds turn into word:
// letters doubled, left out, put in, swapped with a neighbour, or taken for one
// another. The first letter must be right. It is for long
// words; for short ones it finds too much.
func (d *Dict) NearTwo(word string, limit int) []Suggestion {
	if len(word) > maxNear {
		return nil
	}
	n := newNeighbours(d, word)
	if len(n.runes) < 3 {
		return nil
	}
	start, ok := d.next(state{addr: d.fst.Start()}, n.word[:n.at[1]])
	if !ok {
		return nil
	}
	w := twoSlips{neighbours: n, best: map[string]int{}}
	w.walk(start, 1, []byte(n.word[:n.at[1]]), 0, 0)
	delete(w.best, word) // two slips may undo each other
	for correction, cost := range w.best {
		n.found = append(n.found, Suggestion{Word: correction, Edit: Several, Cost: cost})
	}
	slices.SortFunc(n.found, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), strings.Compare(a.Word, b.Word))
	})
	if limit > 0 && len(n.found) > limit {
		n.found = n.found[:limit]
	}
	return n.found
}

// highestTwo is the cost of two slips above which neither is a likely one.
const (
	highestTwo = 3
	accentCost = 1
)

// twoSlips walks the word list with up to two edits.
type twoSlips struct {
	*neighbours
	best map[string]int
}

func (w *twoSlips) walk(from state, i int, prefix []byte, edits, cost int) {
	if i == len(w.runes) {
		if v, final := w.dict.final(from); final && edits == 2 && v&Uncommon == 0 {
			if old, ok := w.best[string(prefix)]; !ok || cost < old {
				w.best[string(prefix)] = cost
			}
		}
	} else {
		w.step(from, i+1, string(w.runes[i]), prefix, edits, cost)
	}
	if edits == 2 || cost >= highestTwo {
		return
	}
	if i < len(w.runes) {
		extra := editCost[Added]
		if w.runes[i] == w.runes[i-1] {
			extra = editCost[Doubled]
		}
		if cost+extra <= highestTwo {
			w.walk(from, i+1, prefix, edits+1, cost+extra)
		}
	}
	if i+1 < len(w.runes) && w.runes[i] != w.runes[i+1] {
		w.step(from, i+2, string(w.runes[i+1])+string(w.runes[i]), prefix, edits+1, cost+editCost[Transposed])
	}
	for k, r := range w.dict.letters {
		letter := w.dict.spelt[k]
		if i < len(w.runes) && r != w.runes[i] && likelySwap(w.runes[i], r) {
			swap := likelySwapCost
			if base(r) == base(w.runes[i]) {
				swap = accentCost
			}
			w.step(from, i+1, letter, prefix, edits+1, cost+swap)
		}
		missing := editCost[Omitted]
		if r == w.runes[i-1] {
			missing = editCost[Doubled]
		}
		w.step(from, i, letter, prefix, edits+1, cost+missing)
	}
}

// step writes letters, which stand for the word's runes up to next.
func (w *twoSlips) step(from state, next int, letters string, prefix []byte, edits, cost int) {
	if cost > highestTwo {
		return
	}
	if to, ok := w.dict.next(from, letters); ok {
		w.walk(to, next, append(prefix[:len(prefix):len(prefix)], letters...), edits, cost)
	}
}
