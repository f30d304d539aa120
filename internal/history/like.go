package history

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
)

// couple is a node beside its earlier self; either may be missing.
type couple[N any] struct{ before, after N }

// pairUp finds for each node its earlier self. names are ever looser: nodes
// with the same name are paired, in their order, before the next name is tried;
// "" is no name. The couples come in the order of after, then what is gone.
func pairUp[N comparable](before, after []N, names ...func(N) string) []couple[N] {
	m := newPairing(before, after)
	for _, name := range names {
		m.byName(name)
	}
	return m.couples()
}

// pairing is two lists being paired.
type pairing[N comparable] struct {
	before, after []N
	partner       []int  // of after: its index in before, -1 for none
	used          []bool // of before
	left          int    // nodes in before without a partner
}

func newPairing[N comparable](before, after []N) *pairing[N] {
	m := &pairing[N]{before: before, after: after, partner: make([]int, len(after)), used: make([]bool, len(before)), left: len(before)}
	for i := range m.partner {
		m.partner[i] = -1
	}
	return m
}

func (m *pairing[N]) join(i, j int) {
	m.partner[i], m.used[j] = j, true
	m.left--
}

func (m *pairing[N]) byName(name func(N) string) {
	if m.left == 0 || len(m.after) == len(m.before)-m.left {
		return
	}
	if len(m.before) == 1 && len(m.after) == 1 {
		if n := name(m.before[0]); n != "" && n == name(m.after[0]) {
			m.join(0, 0)
		}
		return
	}
	earlier := map[string][]int{}
	for j, b := range m.before {
		if n := name(b); n != "" && !m.used[j] {
			earlier[n] = append(earlier[n], j)
		}
	}
	for i, a := range m.after {
		if m.partner[i] >= 0 {
			continue
		}
		if n := name(a); len(earlier[n]) > 0 {
			m.join(i, earlier[n][0])
			earlier[n] = earlier[n][1:]
		}
	}
}

// byOwnName is byName for names that count only where one node on either side
// has them.
func (m *pairing[N]) byOwnName(name func(N) string) {
	if m.left == 0 {
		return
	}
	owners := func(list []N) map[string]int {
		count := map[string]int{}
		for _, n := range list {
			count[name(n)]++
		}
		return count
	}
	before, after := owners(m.before), owners(m.after)
	m.byName(func(n N) string {
		if own := name(n); before[own] == 1 && after[own] == 1 {
			return own
		}
		return ""
	})
}

// couples lists what was paired and what was not.
func (m *pairing[N]) couples() []couple[N] {
	list := make([]couple[N], 0, len(m.after)+m.left)
	for i, a := range m.after {
		c := couple[N]{after: a}
		if j := m.partner[i]; j >= 0 {
			c.before = m.before[j]
		}
		list = append(list, c)
	}
	for j, b := range m.before {
		if !m.used[j] {
			list = append(list, couple[N]{before: b})
		}
	}
	return list
}

// likeness is the share of telling words from which on two titles under one
// roof are taken for the same thing, reworded.
const likeness = 0.6

// maxLike bounds how many nodes without a partner are compared with one another.
const maxLike = 300

// reworded is two nodes without a partner whose words are alike.
type reworded struct {
	i, j  int
	score float64
}

// byWords pairs what is left and alike, the most alike first.
func (m *pairing[N]) byWords(words func(N) []uint64) {
	if m.left == 0 {
		return
	}
	var left []int
	for j := range m.before {
		if !m.used[j] && len(left) < maxLike {
			left = append(left, j)
		}
	}
	bags := map[int][]uint64{}
	var list []reworded
	tried := 0
	for i := range m.after {
		if m.partner[i] >= 0 || tried == maxLike {
			continue
		}
		tried++
		bag := words(m.after[i])
		for _, j := range left {
			if bags[j] == nil {
				bags[j] = words(m.before[j])
			}
			if score := text.Jaccard(bag, bags[j]); score >= likeness {
				list = append(list, reworded{i, j, score})
			}
		}
	}
	slices.SortFunc(list, func(a, b reworded) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, c := range list {
		if m.partner[c.i] < 0 && !m.used[c.j] {
			m.join(c.i, c.j)
		}
	}
}
