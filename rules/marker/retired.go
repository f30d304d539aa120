package marker

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Retired reports notes that something is out of use.
var Retired = &lint.Rule{
	ID:       "marker/retired",
	Title:    "a text says that something is out of use",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"(discontinued)", "do not use" and "duplicate" are notes for those who keep the
framework. A reader can't tell whether the figures under them still hold.

Leave out what is out of use, from the next period on. If it has to stay for the
sake of earlier figures, say in the description since when it is no longer
measured, and take the note out of the title.`,
	Check: prose.EachText(retirements, retired),
}

func retirements(t prose.Text) []text.Marker {
	if len(markers(t, text.Deletion)) > 0 {
		return nil // DO NOT USE - TO BE DELETED is one note
	}
	return markers(t, text.Retired)
}

func retired(p *lint.Pass, n *schema.Narrative, found []text.Marker) {
	for _, m := range found {
		reportNote(p, n, m, fmt.Sprintf("%s carries a note that was meant for colleagues: %q", prose.Called(p, n), m.Of(n.Value)), "remove the note")
	}
}
