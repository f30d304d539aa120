package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// UnrecognisedBlock reports parts of a file that map to nothing.
var UnrecognisedBlock = &lint.Rule{
	ID:       "file/unrecognised-block",
	Title:    "part of the file belongs to no entry",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Text that is no part of any entry is not checked, and in a submission it is a
remain of something else: the navigation of a portal's page, two cells copied
into one, a heading. A line that begins with an identifier but goes on like a
sentence may be an outcome that is taken for part of the one above it.

Remove it, or put it into the entry that it belongs to; write the identifier of
an outcome on a line of its own.`,
	Check: lint.Faults(schema.UnrecognisedBlock),
}
