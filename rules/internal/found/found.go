// Package found looks rules of the official validator up in the faults that the reader
// reported, so that one mistake makes one violation.
package found

import (
	"slices"

	"github.com/iatilint/iatilint/schema"
)

// Official reports whether a fault of the entry is a breach of one of the official
// validator's rules.
func Official(e *schema.Entry, id string) bool {
	return slices.ContainsFunc(e.Faults, func(f schema.Fault) bool { return slices.Contains(f.Refs, id) })
}
