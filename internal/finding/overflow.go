package finding

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
)

// BeginOverflow makes a finding one that counts those of its rule in an entry,
// or in a file outside of its entries, that are not reported one by one. Nothing
// that explains or mends it alone is kept.
func (f *Finding) BeginOverflow() {
	if f.Fingerprint != "" {
		f.Fingerprint = f.overflowFingerprint()
	}
	f.More, f.Related, f.Fixes = f.Count(), []Related{}, []Fix{}
}

// SetOverflow sets how many violations it counts, and the severity of the worst.
func (f *Finding) SetOverflow(n int, worst lint.Severity, inEntry bool) {
	where := "file"
	if inEntry {
		where = "entry"
	}
	f.More, f.Severity = n, worst
	f.Message = excerpt.Message(fmt.Sprintf("and %s more of the same in this %s, from here on: %s", phrase.Thousands(n), where, f.Message))
}

// overflowFingerprint does not depend on which violation is the first.
func (f *Finding) overflowFingerprint() string { return fingerprint(f.Rule, f.Entry, "", "\x00more") }

// Count returns the number of violations that it counts, at least one.
func (f *Finding) Count() int { return max(f.More, 1) }
