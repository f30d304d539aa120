package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// WrongType reports content that is not what the file's name says.
var WrongType = &lint.Rule{
	ID:       "file/wrong-type",
	Title:    "the content is not what the file's name says",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.1.1"},
	Doc: `
A spreadsheet, a PDF or a web page that was saved under the name of another
format can't be read as that format. It happens when a file is renamed to get
past an upload form, or when a download saved an error page in place of the data.

Export the file again in the format that its name promises, or give it the name
of the format that it has.`,
	Check: lint.Faults(schema.WrongType),
}
