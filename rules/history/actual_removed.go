package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ActualRemoved reports actuals that were numbers and are none now.
var ActualRemoved = &lint.Rule{
	ID:       "history/actual-removed",
	Title:    "an actual that was a number is gone, blank or words",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A figure that was published and then blanked looks withdrawn. 0 is a figure; N/A, a
dash and an empty value are none.

Put the number back. If it was wrong, give the right one and say so in the comment.
A total that is given by its parts now is not reported, nor is an indicator that
measures something else.`,
	Check: valueCheck(schema.Actual, "put the number back, or the right one with a word in the comment", nil),
}
