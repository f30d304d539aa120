package history

import (
	"strings"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TitleChanged reports statements that read otherwise than before.
var TitleChanged = &lint.Rule{
	ID:       "history/title-changed",
	Title:    "a statement or title was edited",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
The statement is what was agreed. If it promises something else than last time, its
results and targets were those of another promise.

Put the old statement back, or say in the description that it was revised, and by
whom. Only case, punctuation or spelling is an info, and so is the title of a result
or indicator. Markers and links to a framework are left out: history/marker-added and
history/reference-changed speak of those.`,
	Check: inBoth(titleChanged),
}

func titleChanged(p *lint.Pass, before, after *schema.Narrative) {
	part := prose.PartOf(p.Entry, after)
	if part.Name != "title" || !part.Reported() || strings.TrimSpace(before.Value) == "" || prose.Wordless(after.Value) {
		return
	}
	if before.Value == after.Value || len(addedMarkers(p, before, after)) > 0 {
		return
	}
	how := editBetween(withoutMarkers(p, before), withoutMarkers(p, after))
	if how == untouched {
		return
	}
	noun := "the statement"
	v := lint.Violation{At: after.At, Node: after}
	if part.Of != schema.Node(p.Entry) {
		noun = prose.Called(p, after)
		v.Severity = lint.Info
	}
	switch how {
	case form:
		v.Severity = lint.Info
		v.Message = noun + " differs in case or punctuation from " + quoted(before.Value)
	case letters:
		v.Severity = lint.Info
		v.Message = noun + " is spelt otherwise than " + quoted(before.Value)
	default:
		v.Message = noun + " was edited: it was " + quoted(before.Value)
	}
	report(p, v, earlierValue{at: before.At, text: before.Value}, after.Value)
}
