// Package codes makes the fault of a value that is not on its code list, the
// same for every format.
package codes

import (
	"fmt"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/iati"
)

// Fault returns what the rule schema/code-not-on-codelist reports of a value at a place.
func Fault(f iati.CodeFault, at schema.Range) schema.Fault {
	out := schema.Fault{
		Kind:    schema.CodeNotOnList,
		At:      at,
		Message: f.Message(),
		Refs:    []string{f.OfficialID},
	}
	if f.Nearest != "" {
		title := fmt.Sprintf("write %q", f.Nearest)
		if f.Label != "" {
			title += " (" + f.Label + ")"
		}
		out.Fix = &schema.Replacement{Title: title, At: at, Text: f.Nearest}
	}
	return out
}
