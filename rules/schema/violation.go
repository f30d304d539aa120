package schema

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Violation reports departures from the standard's structure.
var Violation = &lint.Rule{
	ID:       "schema/violation",
	Title:    "an element, attribute or value is not as the standard's structure has it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.3.1"},
	Doc: `
The standard says which elements an activity has, in which order, with which
attributes and which kinds of values. A file that departs from it is invalid as
a whole: the official validator calls it critical, and importers may refuse the
file or drop the part.

The message names what is missing or misplaced and where it belongs. Order
matters: in a baseline document-link comes before comment, in a target or actual
after it.`,
	Check: lint.Faults(schema.InvalidStructure),
}
