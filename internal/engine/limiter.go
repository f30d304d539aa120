package engine

import (
	"cmp"
	"maps"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
)

// limiter admits at most so many violations of a rule in an entry, or in a file
// outside of its entries, and counts the others: a million of one rule in one
// entry are one mistake of whoever exported it.
type limiter struct {
	max      int // 0 = no limit
	admitted map[limitKey]int
	overflow map[limitKey]*lint.Overflow
}

// limitKey is what violations are counted by.
type limitKey struct {
	input      int
	entry      string
	rule       string
	suppressed int // 1 = they are, 0 = not; only of the overflow
}

func newLimiter(limit int) *limiter {
	return &limiter{limit, map[limitKey]int{}, map[limitKey]*lint.Overflow{}}
}

// admit reports whether a violation is within the limit. If it is not, or counts
// others itself, it is added to the overflow.
func (l *limiter) admit(input int, v *lint.Violation) bool {
	key := limitKey{input: input, entry: v.Entry, rule: v.Rule}
	if v.More == 0 && l.max == 0 {
		return true
	}
	if v.More == 0 && l.admitted[key] < l.max {
		l.admitted[key]++
		return true
	}
	if v.SuppressedBy != nil {
		key.suppressed = 1
	}
	if l.overflow[key] == nil {
		l.overflow[key] = new(lint.Overflow)
	}
	l.overflow[key].Add(v)
	return false
}

// flush reports the overflow, a violation for each key, and starts to count anew.
func (l *limiter) flush(report func(limitKey, *lint.Overflow)) {
	if len(l.overflow) > 0 {
		for _, key := range slices.SortedFunc(maps.Keys(l.overflow), limitKey.compare) {
			report(key, l.overflow[key])
		}
		clear(l.overflow)
	}
	clear(l.admitted)
}

func (k limitKey) compare(other limitKey) int {
	return cmp.Or(cmp.Compare(k.input, other.input), cmp.Compare(k.entry, other.entry), cmp.Compare(k.rule, other.rule),
		cmp.Compare(k.suppressed, other.suppressed))
}
