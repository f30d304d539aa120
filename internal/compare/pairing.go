package compare

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
)

// pair is a node and its counterpart; either may be missing.
type pair[N any] struct{ before, after N }

// pairUp pairs nodes by keys that are ever looser: nodes with the same key are
// paired, in their order, before the next key is tried; "" is no key. The pairs
// are in the order of after, followed by what is gone.
func pairUp[N comparable](before, after []N, keys ...func(N) string) []pair[N] {
	m := newPairing(before, after)
	for _, key := range keys {
		m.byKey(key)
	}
	return m.pairs()
}

// pairing is two lists that are being paired.
type pairing[N comparable] struct {
	before, after []N
	partner       []int  // of after: its index in before, -1 for none
	used          []bool // of before
	unpaired      int    // nodes in before
}

func newPairing[N comparable](before, after []N) *pairing[N] {
	m := &pairing[N]{before: before, after: after, partner: make([]int, len(after)), used: make([]bool, len(before)), unpaired: len(before)}
	for i := range m.partner {
		m.partner[i] = -1
	}
	return m
}

func (m *pairing[N]) join(i, j int) {
	m.partner[i], m.used[j] = j, true
	m.unpaired--
}

func (m *pairing[N]) byKey(key func(N) string) {
	if m.unpaired == 0 || len(m.after) == len(m.before)-m.unpaired {
		return
	}
	if len(m.before) == 1 && len(m.after) == 1 {
		if k := key(m.before[0]); k != "" && k == key(m.after[0]) {
			m.join(0, 0)
		}
		return
	}
	earlier := map[string][]int{}
	for j, b := range m.before {
		if m.used[j] {
			continue
		}
		if k := key(b); k != "" {
			earlier[k] = append(earlier[k], j)
		}
	}
	for i, a := range m.after {
		if m.partner[i] >= 0 {
			continue
		}
		if k := key(a); len(earlier[k]) > 0 {
			m.join(i, earlier[k][0])
			earlier[k] = earlier[k][1:]
		}
	}
}

// byUniqueKey is byKey for keys that count only where one node on either side
// has them.
func (m *pairing[N]) byUniqueKey(key func(N) string) {
	if m.unpaired == 0 {
		return
	}
	count := func(list []N) map[string]int {
		nodes := map[string]int{}
		for _, n := range list {
			nodes[key(n)]++
		}
		return nodes
	}
	before, after := count(m.before), count(m.after)
	m.byKey(func(n N) string {
		if k := key(n); before[k] == 1 && after[k] == 1 {
			return k
		}
		return ""
	})
}

// pairs returns what was paired and what was not.
func (m *pairing[N]) pairs() []pair[N] {
	list := make([]pair[N], 0, len(m.after)+m.unpaired)
	for i, a := range m.after {
		p := pair[N]{after: a}
		if j := m.partner[i]; j >= 0 {
			p.before = m.before[j]
		}
		list = append(list, p)
	}
	for j, b := range m.before {
		if !m.used[j] {
			list = append(list, pair[N]{before: b})
		}
	}
	return list
}

// sameTitle is the share of telling words from which on two titles at the same
// place are taken for one, reworded.
const sameTitle = 0.6

// maxReworded bounds how many unpaired nodes are compared with one another.
const maxReworded = 300

// candidate is two items that may be the same, by index.
type candidate struct {
	after, before int
	score         float64
}

// sortCandidates puts the most similar first.
func sortCandidates(list []candidate) {
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.after, b.after), cmp.Compare(a.before, b.before))
	})
}

// byWords pairs what is similar, the most similar first.
func (m *pairing[N]) byWords(words func(N) []uint64) {
	if m.unpaired == 0 {
		return
	}
	var unpaired []int
	for j := range m.before {
		if !m.used[j] && len(unpaired) < maxReworded {
			unpaired = append(unpaired, j)
		}
	}
	earlier := map[int][]uint64{}
	var list []candidate
	tried := 0
	for i := range m.after {
		if m.partner[i] >= 0 || tried == maxReworded {
			continue
		}
		tried++
		current := words(m.after[i])
		for _, j := range unpaired {
			if earlier[j] == nil {
				earlier[j] = words(m.before[j])
			}
			if score := text.Jaccard(current, earlier[j]); score >= sameTitle {
				list = append(list, candidate{i, j, score})
			}
		}
	}
	sortCandidates(list)
	for _, c := range list {
		if m.partner[c.after] < 0 && !m.used[c.before] {
			m.join(c.after, c.before)
		}
	}
}
