package history

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
)

// likeness is the share of words from which on two titles under one roof are
// taken for the same thing, reworded.
const likeness = 0.5

// maxLike bounds how many nodes without an exact partner are compared with one
// another.
const maxLike = 300

// like pairs nodes with the same key; of the others those whose words are most
// alike; the rest came or went.
func like[N comparable](before, after []N, key func(N) string, words func(N) []uint64, pair func(before, after N)) {
	var none N
	partner := make([]int, len(after)) // index in before, -1 for none
	used := make([]bool, len(before))
	earlier := map[string][]int{}
	for j, b := range before {
		earlier[key(b)] = append(earlier[key(b)], j)
	}
	for i, a := range after {
		partner[i] = -1
		if list := earlier[key(a)]; len(list) > 0 {
			partner[i], earlier[key(a)] = list[0], list[1:]
			used[list[0]] = true
		}
	}
	for _, c := range reworded(before, after, used, partner, words) {
		if partner[c.i] < 0 && !used[c.j] {
			partner[c.i], used[c.j] = c.j, true
		}
	}
	for i, a := range after {
		if partner[i] < 0 {
			pair(none, a)
		} else {
			pair(before[partner[i]], a)
		}
	}
	for j, b := range before {
		if !used[j] {
			pair(b, none)
		}
	}
}

// couple is two nodes that may be the same.
type couple struct {
	i, j  int
	score float64
}

// reworded lists the couples among nodes without a partner, the most alike first.
func reworded[N any](before, after []N, used []bool, partner []int, words func(N) []uint64) []couple {
	var left []int
	for j := range before {
		if !used[j] && len(left) < maxLike {
			left = append(left, j)
		}
	}
	if len(left) == 0 {
		return nil
	}
	bags := map[int][]uint64{}
	for _, j := range left {
		bags[j] = words(before[j])
	}
	var list []couple
	tried := 0
	for i := range after {
		if partner[i] >= 0 || tried == maxLike {
			continue
		}
		tried++
		bag := words(after[i])
		for _, j := range left {
			if score := text.Jaccard(bag, bags[j]); score >= likeness {
				list = append(list, couple{i, j, score})
			}
		}
	}
	slices.SortFunc(list, func(a, b couple) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	return list
}
