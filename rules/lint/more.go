package lint

import (
	"fmt"
	"slices"
	"strings"
)

// Rest is the violations of one rule in one entry, or in a file outside of its
// entries, that are not listed one by one: there are too many. The zero Rest is
// empty.
type Rest struct {
	n     int
	first Violation // where they begin, as it was reported
}

// Add counts a violation, or so many as it stands for.
func (r *Rest) Add(v *Violation) {
	worst, unread := max(r.first.Severity, v.Severity), r.first.Unread || v.Unread
	if r.n == 0 {
		r.first = v.lasting()
	}
	r.first.Severity, r.first.Unread = worst, unread
	r.n += v.Count()
}

// Violation stands for all of them: it has the place of the first, and the
// severity of the worst. where is what they are all in. False if there are none.
func (r *Rest) Violation(where string) (Violation, bool) {
	if r.n == 0 {
		return Violation{}, false
	}
	v := r.first
	v.More = r.n
	if v.Fingerprint != "" {
		v.Fingerprint = v.fingerprintOfRest()
	}
	v.Message = fmt.Sprintf("and %s more of the same in this %s, from here on: %s", grouped(r.n), where, v.Message)
	return v, true
}

// fingerprintOfRest is the same wherever they begin, and with what.
func (v *Violation) fingerprintOfRest() string { return fingerprint(v.Rule, v.Entry, "", "\x00more") }

// lasting is the violation as it may be kept while its entry is at hand, and an
// earlier one that it was compared with is gone. It has no fix: there is none for
// what it is to stand for.
func (v *Violation) lasting() Violation {
	kept := *v
	kept.Message, kept.Hint = strings.Clone(shorten(v.Message)), strings.Clone(shorten(v.Hint))
	kept.Related, kept.Fixes = []Related{}, []Fix{}
	if v.Change != nil {
		kept.Change = v.Change.clone()
	}
	return kept
}

func (c *Change) clone() *Change {
	other := &Change{strings.Clone(c.Before), strings.Clone(c.After), slices.Clone(c.Diff)}
	for i := range other.Diff {
		other.Diff[i].Text = strings.Clone(other.Diff[i].Text)
	}
	return other
}

// Count is how many violations it stands for: one, or those that it counts.
func (v *Violation) Count() int { return max(v.More, 1) }

// grouped writes a count with commas, as in 12,345.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
