package history

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
)

// alike is the similarity from which on two entries under different
// identifiers are taken for one.
const alike = 0.6

// link says what earlier entry a current one was.
type link struct {
	earlier int32 // index of the earlier card; none if it is new
	by      way
	same    bool    // nothing has changed
	score   float32 // where it was recognised by similarity
}

// none is the earlier card of what is new.
const none = -1

// way is how an entry was recognised, in a byte.
type way uint8

const (
	byIdentifier way = iota
	byFormerIdentifier
	byAlias
	byReference
	bySimilarity
)

// ways names the ways as rules know them.
var ways = [...]lint.MatchedBy{lint.ByIdentifier, lint.ByFormerIdentifier, lint.ByAlias, lint.ByReference, lint.BySimilarity}

// matcher finds for each current card the earlier one that it was. Each earlier
// card is used once.
type matcher struct {
	earlier, current []card
	links            []link // by current card
	used             []bool // by earlier card
}

func newMatcher(earlier, current []card) *matcher {
	m := &matcher{earlier: earlier, current: current, links: make([]link, len(current)), used: make([]bool, len(earlier))}
	for i := range m.links {
		m.links[i].earlier = none
	}
	return m
}

// byNames joins cards by the identifier, then a former identifier or alias, then
// the reference codes.
func (m *matcher) byNames(aliases map[string]string) {
	m.byName(byIdentifier, func(c *card) []string { return []string{c.identifier} })
	m.byName(byFormerIdentifier, func(c *card) []string { return c.former })
	m.byName(byAlias, func(c *card) []string { return []string{aliases[c.identifier]} })
	m.byReferences()
}

func (m *matcher) fresh(i int) bool { return m.links[i].earlier == none }

func (m *matcher) join(i, j int, by way) {
	m.used[j] = true
	before, after := &m.earlier[j], &m.current[i]
	m.links[i] = link{
		earlier: int32(j),
		by:      by,
		same:    before.digest == after.digest && before.identifier == after.identifier,
	}
}

// byName joins cards whose names are an earlier identifier.
func (m *matcher) byName(by way, names func(*card) []string) {
	first := map[string]int32{}                // earlier card with the name
	next := make([]int32, len(m.earlier))      // the one after it with the same
	for j := len(m.earlier) - 1; j >= 0; j-- { // backwards, so that the first is found first
		id := m.earlier[j].identifier
		if id == "" || m.used[j] {
			continue
		}
		next[j] = none
		if k, ok := first[id]; ok {
			next[j] = k
		}
		first[id] = int32(j)
	}
	if len(first) == 0 {
		return
	}
	for i := range m.current {
		if !m.fresh(i) {
			continue
		}
		for _, name := range names(&m.current[i]) {
			j, ok := first[name]
			if !ok || j == none || name == "" || by == byIdentifier && m.earlier[j].plan.apart(m.current[i].plan) {
				continue
			}
			m.join(i, int(j), by)
			first[name] = next[j]
			break
		}
	}
}

// byReferences joins cards with the same reference codes, where nobody else
// has them.
func (m *matcher) byReferences() {
	earlier, current := map[uint64][]int{}, map[uint64][]int{}
	for j, c := range m.earlier {
		if c.references != 0 && !m.used[j] {
			earlier[c.references] = append(earlier[c.references], j)
		}
	}
	for i, c := range m.current {
		if m.fresh(i) && c.references != 0 {
			current[c.references] = append(current[c.references], i)
		}
	}
	for i, c := range m.current {
		if len(current[c.references]) == 1 && current[c.references][0] == i && len(earlier[c.references]) == 1 {
			m.join(i, earlier[c.references][0], byReference)
		}
	}
}

// left lists the cards without a partner, on either side.
func (m *matcher) left() (earlier, current []int) {
	for j, used := range m.used {
		if !used {
			earlier = append(earlier, j)
		}
	}
	for i := range m.links {
		if m.fresh(i) {
			current = append(current, i)
		}
	}
	return earlier, current
}

// candidate is two cards that may be one.
type candidate struct {
	i, j  int
	score float64
}

// bySimilarity joins what is left, the most alike first; earlier and current
// are what those cards are about. Only cards that share a band are compared,
// so the work stays linear.
func (m *matcher) bySimilarity(earlier, current map[int]*text.Signature) {
	buckets := map[uint64][]int{}
	for j := range m.earlier {
		if s := earlier[j]; s != nil && !m.used[j] {
			for _, b := range s.Bands() {
				buckets[b] = append(buckets[b], j)
			}
		}
	}
	var list []candidate
	for i := range m.current {
		s := current[i]
		if s == nil || !m.fresh(i) {
			continue
		}
		tried := map[int]bool{}
		for _, b := range s.Bands() {
			for _, j := range buckets[b] {
				if tried[j] || len(tried) > maxCandidates {
					continue
				}
				tried[j] = true
				if score := s.Similarity(earlier[j]); score >= alike {
					list = append(list, candidate{i, j, score})
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, c := range list {
		if m.fresh(c.i) && !m.used[c.j] {
			m.join(c.i, c.j, bySimilarity)
			m.links[c.i].score = float32(c.score)
		}
	}
}

// maxCandidates bounds the comparisons of one entry where many are near copies.
const maxCandidates = 200
