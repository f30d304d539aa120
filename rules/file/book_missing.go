package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// BookMissing reports books whose other half was not given.
var BookMissing = &lint.Rule{
	ID:       "file/book-missing",
	Title:    "the file belongs to another one that was not given",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
IATI Publisher keeps results, indicators and periods in three books that refer to
each other by identifier. One of them alone is half a submission: whether a result
has indicators, or an indicator a target, can't be told from it. So what would
stand in the other book is not reported as missing, and what needs both is not
checked.

Check the books in one run: name all their files, or the folder that they are in.
They are read as one submission then.`,
	Check: lint.Faults(schema.BookMissing),
}
