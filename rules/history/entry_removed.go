package history

import (
	"slices"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// EntryRemoved reports entries that the submission no longer has.
var EntryRemoved = &lint.Rule{
	ID:       "history/entry-removed",
	Title:    "an entry of the earlier submission is gone",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
Readers that follow an outcome from year to year lose it, and take its results for
withdrawn. What was published stays: an outcome that ended is closed, not removed.

Put the entry back, with the status closed if it has ended. If it goes on under
another identifier, name the old one there as other-identifier of type A3. Where
the earlier text said that the entry was to be deleted, this is an info.`,
	Check: lint.Pair(entryRemoved),
}

func entryRemoved(p *lint.Pass, before, after *schema.Entry) {
	if after != nil {
		return
	}
	v := lint.Violation{
		Message: entryName(before) + " is gone; the earlier submission had it",
		Hint:    "put it back, closed if it has ended, or name its identifier in the entry that follows it (other-identifier of type A3)",
	}
	if deletionAnnounced(p, before) {
		v.Severity = lint.Info
		v.Message = entryName(before) + " is gone, as its text had said it would be"
		v.Hint = ""
	}
	report(p, v, earlierValue{at: before.Place(), text: describe.Text(before.Title), message: "it stood here"}, "")
}

// deletionAnnounced reports whether the statement or narrative of an entry said that it was
// to be deleted.
func deletionAnnounced(p *lint.Pass, e *schema.Entry) bool {
	for _, n := range append(statements(e), descriptionNarratives(e)...) {
		if slices.ContainsFunc(prose.Of(p.Env, n).Markers(), func(m text.Marker) bool { return m.Kind == text.Deletion }) {
			return true
		}
	}
	return false
}
