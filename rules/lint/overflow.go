package lint

import (
	"fmt"
	"slices"
	"strings"
)

// Overflow counts the violations of one rule in one entry, or in a file outside
// of its entries, that are not reported one by one, as there are too many.
type Overflow struct {
	count int
	first Violation // as it was reported, with the severity of the worst
}

// Add counts a violation, or as many as it counts itself.
func (o *Overflow) Add(v *Violation) {
	worst := max(o.first.Severity, v.Severity)
	if o.count == 0 {
		o.first = v.detached()
	}
	o.first.Severity = worst
	o.count += v.Count()
}

// Violation returns one that counts all: it has the place of the first, and the
// severity of the worst. where is what they are all in.
func (o *Overflow) Violation(where string) Violation {
	v := o.first
	v.More = o.count
	if v.Fingerprint != "" {
		v.Fingerprint = v.overflowFingerprint()
	}
	v.Message = fmt.Sprintf("and %s more of the same in this %s, from here on: %s", grouped(o.count), where, v.Message)
	return v
}

// overflowFingerprint does not depend on which violation is the first.
func (v *Violation) overflowFingerprint() string { return fingerprint(v.Rule, v.Entry, "", "\x00more") }

// detached returns a copy that outlives the earlier entry that the violation was
// compared with. It has no fix, as none would mend all that it is to count.
func (v *Violation) detached() Violation {
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

// Count returns the number of violations that it counts, at least one.
func (v *Violation) Count() int { return max(v.More, 1) }

// grouped formats a count with commas, as in 12,345.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
