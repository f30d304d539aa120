package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NotWellFormed reports input that cannot be parsed.
var NotWellFormed = &lint.Rule{
	ID:       "file/not-well-formed",
	Title:    "the file cannot be parsed",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.1.1"},
	Doc: `
A file that breaks the rules of its own format is refused by every reader: the
IATI Registry, the Datastore and donors' systems see nothing of it. Where it is
certain how the file goes on, as behind a stray & or a tag in a text that is not
closed, the rest is checked all the same; where it is not, checking stops, and the
violation says so.

Mend the place named. It is often the end of a longer mistake: a tag that was
never closed, a quote that was forgotten, an ampersand written as & and not as
&amp;. A file that ends too early was cut off on the way: export it again.`,
	Check: lint.Faults(schema.NotWellFormed),
}
