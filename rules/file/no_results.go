package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NoResults reports files that hold no entry.
var NoResults = &lint.Rule{
	ID:       "file/no-results",
	Title:    "the file is no results submission",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.2.1"},
	Doc: `
Nothing in the file is an outcome entry, so nothing can be checked and nothing
would be published: it is empty, or of another kind (an IATI organisation file,
some other XML, a text without a line "outcome <identifier>").

Check that it is the file that you meant. IATI XML begins with iati-activities
and holds iati-activity elements. In portal text and in Word each outcome begins
on a line of its own with its identifier. A text without such a line is checked
all the same for spelling, markers and the like, and the identifiers in it are named.`,
	Check: lint.Faults(schema.NoResults),
}
