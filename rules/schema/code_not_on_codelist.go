package schema

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// CodeNotOnCodelist reports codes that the standard does not know.
var CodeNotOnCodelist = &lint.Rule{
	ID:       "schema/code-not-on-codelist",
	Title:    "a code is not on its code list",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A code says the same in every language and every system, but only if it is one
of the standard's. Another one is read as unknown: a result of an unknown type
is shown under no heading, a document of an unknown format can't be opened.

Take the code from the list; the nearest one is suggested where there is one.
The lists are those of the standard, copied into the program on a date that
iatilint version prints.`,
	Check: lint.Faults(schema.CodeNotOnList),
}
