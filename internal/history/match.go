package history

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
)

// alike is the similarity from which on two entries under different
// identifiers are taken for one.
const alike = 0.6

// link says that a current entry was an earlier one.
type link struct {
	earlier int // index of the earlier card
	match   lint.Match
}

// matchCards finds for each current card the earlier one that it was. Each
// earlier card is used once. In order: the identifier, a former identifier or
// alias, the reference codes, and last how alike statement and indicators are.
func matchCards(earlier, current []Card, aliases map[string]string) map[int]link {
	m := &matcher{earlier: earlier, current: current, links: map[int]link{}, used: make([]bool, len(earlier))}
	m.byName(lint.ByIdentifier, func(c Card) []string { return []string{c.Identifier} })
	m.byName(lint.ByFormerIdentifier, func(c Card) []string { return c.Former })
	m.byName(lint.ByAlias, func(c Card) []string { return []string{aliases[c.Identifier]} })
	m.byReferences()
	m.bySimilarity()
	return m.links
}

type matcher struct {
	earlier, current []Card
	links            map[int]link
	used             []bool
}

func (m *matcher) join(i, j int, by lint.MatchedBy) {
	m.used[j] = true
	before, after := &m.earlier[j], &m.current[i]
	m.links[i] = link{j, lint.Match{
		By:    by,
		Score: before.Signature.Similarity(&after.Signature),
		Same:  before.Digest == after.Digest && before.Identifier == after.Identifier,
	}}
}

// byName joins cards whose names are an earlier identifier.
func (m *matcher) byName(by lint.MatchedBy, names func(Card) []string) {
	places := map[string][]int{}
	for j, c := range m.earlier {
		if c.Identifier != "" && !m.used[j] {
			places[c.Identifier] = append(places[c.Identifier], j)
		}
	}
	for i, c := range m.current {
		if _, done := m.links[i]; done {
			continue
		}
		for _, name := range names(c) {
			if list := places[name]; name != "" && len(list) > 0 {
				m.join(i, list[0], by)
				places[name] = list[1:]
				break
			}
		}
	}
}

// byReferences joins cards with the same reference codes, where nobody else
// has them.
func (m *matcher) byReferences() {
	earlier, current := map[uint64][]int{}, map[uint64][]int{}
	for j, c := range m.earlier {
		if c.References != 0 && !m.used[j] {
			earlier[c.References] = append(earlier[c.References], j)
		}
	}
	for i, c := range m.current {
		if _, done := m.links[i]; !done && c.References != 0 {
			current[c.References] = append(current[c.References], i)
		}
	}
	for i, c := range m.current {
		if len(current[c.References]) == 1 && current[c.References][0] == i && len(earlier[c.References]) == 1 {
			m.join(i, earlier[c.References][0], lint.ByReference)
		}
	}
}

// bySimilarity joins what is left, the most alike first. Only cards that share
// a band of their signatures are compared, so the work stays linear.
func (m *matcher) bySimilarity() {
	buckets := map[uint64][]int{}
	for j := range m.earlier {
		if !m.used[j] {
			for _, band := range m.earlier[j].Signature.Bands() {
				buckets[band] = append(buckets[band], j)
			}
		}
	}
	type candidate struct {
		i, j  int
		score float64
	}
	var list []candidate
	for i := range m.current {
		if _, done := m.links[i]; done {
			continue
		}
		tried := map[int]bool{}
		for _, band := range m.current[i].Signature.Bands() {
			for _, j := range buckets[band] {
				if tried[j] || len(tried) > maxCandidates {
					continue
				}
				tried[j] = true
				if score := m.current[i].Signature.Similarity(&m.earlier[j].Signature); score >= alike {
					list = append(list, candidate{i, j, score})
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, c := range list {
		if _, done := m.links[c.i]; !done && !m.used[c.j] {
			m.join(c.i, c.j, lint.BySimilarity)
		}
	}
}

// maxCandidates bounds the comparisons of one entry where many are near copies.
const maxCandidates = 200
