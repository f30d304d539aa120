package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// BadEncoding reports files whose bytes are not what they are said to be.
var BadEncoding = &lint.Rule{
	ID:       "file/bad-encoding",
	Title:    "the file is not written in the encoding that it declares",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.1.1"},
	Doc: `
A text is stored as bytes by an encoding, and an XML file says in its first line
by which one. Where the bytes are of another, é and ç and every letter outside
English turn into nonsense, or the file can't be read at all.

Export the file as UTF-8 and let it begin with <?xml version="1.0" encoding="UTF-8"?>.`,
	Check: lint.Faults(schema.BadEncoding),
}
