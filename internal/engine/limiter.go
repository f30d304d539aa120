package engine

import (
	"cmp"
	"maps"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
)

// limiter limits the violations of a rule that are listed of an entry, or of a
// file outside of its entries, and counts the others: a million of one rule in one
// entry are one mistake of whoever exported it.
type limiter struct {
	max      int // 0 = no limit
	listed   map[limitKey]int
	overflow map[limitKey]*overflow
	begun    *overflow // of which the first violation was admitted last
}

// limitKey is what violations are counted by.
type limitKey struct {
	input      int
	entry      string
	rule       string
	suppressed int // 1 = they are, 0 = not; only of the overflow
}

// overflow is the violations that are not listed.
type overflow struct {
	count int
	worst lint.Severity
	first lint.Violation // as it is reported; the zero one if that failed
}

func newLimiter(limit int) *limiter {
	return &limiter{max: limit, listed: map[limitKey]int{}, overflow: map[limitKey]*overflow{}}
}

// admit reports whether a violation is to be resolved for reports: it is within the
// limit, or the first of the overflow. One that counts others is never listed.
func (l *limiter) admit(key limitKey, v *lint.Violation) bool {
	if v.More == 0 && (l.max == 0 || l.listed[key] < l.max) {
		if l.max > 0 {
			l.listed[key]++
		}
		return true
	}
	if v.SuppressedBy != nil {
		key.suppressed = 1
	}
	o, ok := l.overflow[key]
	if !ok {
		o = new(overflow)
		l.overflow[key], l.begun = o, o
	}
	o.count += v.Count()
	o.worst = max(o.worst, v.Severity)
	if !ok {
		v.BeginOverflow()
	}
	return !ok
}

// resolved reports whether the violation that was admitted last is to be delivered,
// now that it is resolved. The first of an overflow is delivered by flush.
func (l *limiter) resolved(v *lint.Violation) bool {
	if v.More == 0 {
		return true
	}
	l.begun.first = *v
	return false
}

// flush calls deliver for each overflow, and starts to count anew.
func (l *limiter) flush(deliver func(limitKey, *overflow)) {
	if len(l.overflow) > 0 {
		for _, key := range slices.SortedFunc(maps.Keys(l.overflow), limitKey.compare) {
			if o := l.overflow[key]; o.first.Rule != "" {
				deliver(key, o)
			}
		}
		clear(l.overflow)
	}
	clear(l.listed)
}

// violation returns the violation that counts the overflow.
func (o *overflow) violation(inEntry bool) *lint.Violation {
	o.first.SetOverflow(o.count, o.worst, inEntry)
	return &o.first
}

func (k limitKey) compare(other limitKey) int {
	return cmp.Or(cmp.Compare(k.input, other.input), cmp.Compare(k.entry, other.entry), cmp.Compare(k.rule, other.rule),
		cmp.Compare(k.suppressed, other.suppressed))
}
