package history

import (
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// MarkerAdded reports notes and placeholders that were not there before.
var MarkerAdded = &lint.Rule{
	ID:       "history/marker-added",
	Title:    "a deletion marker or placeholder was added since the earlier submission",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A text that was fit to be published carries a note now that was meant for a colleague,
or a placeholder stands where a text was. The earlier text is still there to take.

Remove the note, or put the earlier text back.`,
	Check: inBoth(markerAdded),
}

func markerAdded(p *lint.Pass, before, after *schema.Narrative) {
	if !prose.PartOf(p.Entry, after).Reported() || before.Value == after.Value {
		return
	}
	added := addedMarkers(p, before, after)
	if len(added) == 0 {
		return
	}
	m, what := added[0], "a note" // one text, one violation
	if m.Kind == text.Placeholder || m.Kind == text.Template {
		what = "a placeholder"
	}
	report(p, lint.Violation{
		At:      prose.At(p, after, m.Span),
		Node:    after,
		Message: fmt.Sprintf("%s has %s that was not there before: %q", prose.Called(p, after), what, m.Of(after.Value)),
		Hint:    "remove it, or put the earlier text back",
	}, earlierValue{at: before.At, text: before.Value, message: "the text without it"}, after.Value)
}

// addedMarkers returns the markers of a text of a kind that it had none of before.
// That something is out of use may be said.
func addedMarkers(p *lint.Pass, before, after *schema.Narrative) []text.Marker {
	current := prose.Of(p.Env, after).Markers()
	if len(current) == 0 {
		return nil
	}
	had := map[text.MarkerKind]bool{text.Retired: true}
	for _, m := range prose.Of(p.Env, before).Markers() {
		had[m.Kind] = true
	}
	return slices.DeleteFunc(slices.Clone(current), func(m text.Marker) bool { return had[m.Kind] })
}
