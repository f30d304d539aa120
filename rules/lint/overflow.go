package lint

import "fmt"

// BeginOverflow makes a violation one that counts those of its rule in an entry,
// or in a file outside of its entries, that are not reported one by one. Nothing
// that explains or mends it alone is kept.
func (v *Violation) BeginOverflow() {
	if v.Fingerprint != "" {
		v.Fingerprint = v.overflowFingerprint()
	}
	v.More, v.Related, v.Fixes = v.Count(), []Related{}, []Fix{}
}

// SetOverflow sets how many violations it counts, and the severity of the worst.
func (v *Violation) SetOverflow(n int, worst Severity, inEntry bool) {
	where := "file"
	if inEntry {
		where = "entry"
	}
	v.More, v.Severity = n, worst
	v.Message = shorten(fmt.Sprintf("and %s more of the same in this %s, from here on: %s", grouped(n), where, v.Message))
}

// overflowFingerprint does not depend on which violation is the first.
func (v *Violation) overflowFingerprint() string { return fingerprint(v.Rule, v.Entry, "", "\x00more") }

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
