// Package found knows what the reader reported already, so that one mistake makes
// one violation.
package found

import (
	"slices"

	"github.com/iatilint/iatilint/schema"
)

// At reports whether the reader found a fault at a place of an entry.
func At(e *schema.Entry, at schema.Range) bool {
	return e.FaultAt(at)
}

// Official reports whether a fault of the entry is a breach of one of the official
// validator's rules.
func Official(e *schema.Entry, id string) bool {
	for i := range e.Faults {
		if slices.Contains(e.Faults[i].Refs, id) {
			return true
		}
	}
	return false
}
