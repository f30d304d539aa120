package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// UnsupportedVersion reports files without a version of the standard that is in use.
var UnsupportedVersion = &lint.Rule{
	ID:       "file/unsupported-version",
	Title:    "the file declares no supported version of the standard",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.6.1"},
	Doc: `
Which elements are allowed depends on the version of the standard, so a reader
needs to know it: the iati-activities element must say version="2.01", "2.02" or
"2.03", written exactly so. Earlier versions are no longer accepted.

Write version="2.03" and publish in that version.`,
	Check: lint.Faults(schema.UnsupportedVersion),
}
