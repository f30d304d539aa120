package schema

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NewerThanVersion reports what only a later version of the standard allows.
var NewerThanVersion = &lint.Rule{
	ID:       "schema/newer-than-version",
	Title:    "an element or attribute exists only in a later version than the file declares",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.3.1"},
	Doc: `
Each version of the standard adds to the one before. A file that declares 2.02
and uses what came with 2.03, such as a document-link in a result, is invalid
under the version that it declares.

Declare the later version: write version="2.03" on iati-activities. Everything
valid in 2.02 is still valid there.`,
	Check: lint.Faults(schema.NewerThanVersion),
}
