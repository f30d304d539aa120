// Package found tells rules what the reader reported already, so that one
// mistake gives one violation.
package found

import (
	"slices"

	"github.com/iatilint/iatilint/schema"
)

// At tells whether the reader found a fault at a place of an entry.
func At(e *schema.Entry, at schema.Range) bool {
	return e.FaultAt(at)
}

// Official tells whether a fault of the entry stands for one of the official
// validator's rules.
func Official(e *schema.Entry, id string) bool {
	for i := range e.Faults {
		if slices.Contains(e.Faults[i].Refs, id) {
			return true
		}
	}
	return false
}
