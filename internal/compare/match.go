package compare

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
)

// sameEntry is the similarity from which on two entries under different
// identifiers are taken for one.
const sameEntry = 0.6

// match is the earlier entry that a current one was.
type match struct {
	earlier int32 // its index; none if the entry is new
	by      criterion
	same    bool    // nothing has changed
	score   float32 // where it was recognised by similarity
}

// none is the earlier entry of one that is new.
const none = -1

// criterion is a lint.MatchedBy in a byte.
type criterion uint8

const (
	byIdentifier criterion = iota
	byFormerIdentifier
	byAlias
	byReference
	bySimilarity
)

var matchedBy = [...]lint.MatchedBy{lint.ByIdentifier, lint.ByFormerIdentifier, lint.ByAlias, lint.ByReference, lint.BySimilarity}

// matcher finds for each current entry the earlier one that it was. Each earlier
// entry is used once.
type matcher struct {
	earlier, current []indexEntry
	matches          []match // by current entry
	used             []bool  // by earlier entry
}

func newMatcher(earlier, current []indexEntry) *matcher {
	m := &matcher{earlier: earlier, current: current, matches: make([]match, len(current)), used: make([]bool, len(earlier))}
	for i := range m.matches {
		m.matches[i].earlier = none
	}
	return m
}

// byIdentifiers matches by the identifier, then a former identifier or alias, then
// the reference codes.
func (m *matcher) byIdentifiers(aliases map[string]string) {
	m.byName(byIdentifier, func(c *indexEntry) []string { return []string{c.identifier} })
	m.byName(byFormerIdentifier, func(c *indexEntry) []string { return c.former })
	m.byName(byAlias, func(c *indexEntry) []string { return []string{aliases[c.identifier]} })
	m.byReferences()
}

func (m *matcher) unmatched(i int) bool { return m.matches[i].earlier == none }

func (m *matcher) join(i, j int, by criterion) {
	m.used[j] = true
	before, after := &m.earlier[j], &m.current[i]
	m.matches[i] = match{
		earlier: int32(j),
		by:      by,
		same:    before.digest == after.digest && before.identifier == after.identifier,
	}
}

// byName matches entries of which one of the names is an earlier identifier.
func (m *matcher) byName(by criterion, names func(*indexEntry) []string) {
	earlier := map[string][]int32{}
	for j, e := range m.earlier {
		if e.identifier != "" && !m.used[j] {
			earlier[e.identifier] = append(earlier[e.identifier], int32(j))
		}
	}
	if len(earlier) == 0 {
		return
	}
	for i := range m.current {
		if !m.unmatched(i) {
			continue
		}
		for _, name := range names(&m.current[i]) {
			same := earlier[name]
			if len(same) == 0 || by == byIdentifier && m.earlier[same[0]].plan.disjoint(m.current[i].plan) {
				continue
			}
			m.join(i, int(same[0]), by)
			earlier[name] = same[1:]
			break
		}
	}
}

// byReferences matches entries by reference codes that no other entry has.
func (m *matcher) byReferences() {
	earlier, current := map[uint64][]int{}, map[uint64][]int{}
	for j, c := range m.earlier {
		if c.references != 0 && !m.used[j] {
			earlier[c.references] = append(earlier[c.references], j)
		}
	}
	for i, c := range m.current {
		if m.unmatched(i) && c.references != 0 {
			current[c.references] = append(current[c.references], i)
		}
	}
	for i, c := range m.current {
		if len(current[c.references]) == 1 && current[c.references][0] == i && len(earlier[c.references]) == 1 {
			m.join(i, earlier[c.references][0], byReference)
		}
	}
}

// remaining returns the entries without a match, on either side.
func (m *matcher) remaining() (earlier, current []int) {
	for j, used := range m.used {
		if !used {
			earlier = append(earlier, j)
		}
	}
	for i := range m.matches {
		if m.unmatched(i) {
			current = append(current, i)
		}
	}
	return earlier, current
}

// bySimilarity matches what remains by its signatures, the most similar first.
// Only entries that share a band are compared.
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
		if s == nil || !m.unmatched(i) {
			continue
		}
		tried := map[int]bool{}
		for _, b := range s.Bands() {
			for _, j := range buckets[b] {
				if len(tried) > maxCandidates {
					break // thousands may be near copies of each other
				}
				if tried[j] {
					continue
				}
				tried[j] = true
				if score := s.Similarity(earlier[j]); score >= sameEntry {
					list = append(list, candidate{i, j, score})
				}
			}
		}
	}
	sortCandidates(list)
	for _, c := range list {
		if m.unmatched(c.after) && !m.used[c.before] {
			m.join(c.after, c.before, bySimilarity)
			m.matches[c.after].score = float32(c.score)
		}
	}
}

// maxCandidates bounds the comparisons of one entry where many are near copies.
const maxCandidates = 200
