package marker

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Deletion reports notes that something is to be deleted.
var Deletion = &lint.Rule{
	ID:       "marker/deletion",
	Title:    "a text says that something is to be deleted",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
"(OUTCOME TO BE DELETED)" is a note from one colleague to another. Published, it
tells the reader that the entry isn't valid, and leaves open whether its results
are.

Delete the entry if it is to go; if it stays, remove the note. Notes are found in
English, French, Spanish and Portuguese, with a slip in the verb too, where they
are set off from the sentence: "the law is to be repealed" is no note. Text that is
struck through in a Word document or a workbook is one too, and so is a tracked
deletion that nobody has accepted.`,
	Check: lint.Also(each(text.Deletion, deletion), lint.Faults(schema.Deletion)),
}

func deletion(p *lint.Pass, n *schema.Narrative, m text.Marker) {
	what := "something"
	if part := prose.PartOf(p.Entry, n); part.Name == "title" && part.Noun != "" {
		what = "this " + part.Noun
	}
	reportNote(p, n, m, fmt.Sprintf("%s says that %s is to be deleted: %q", prose.Called(p, n), what, m.Of(n.Value)), "remove the marker")
}
