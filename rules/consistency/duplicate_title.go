package consistency

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DuplicateTitle reports entries with the title of another one.
var DuplicateTitle = &lint.Rule{
	ID:       "consistency/duplicate-title",
	Title:    "several entries have the same title",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Readers see titles, not identifiers. Two entries by one title look like one entry
entered twice, and often one of them is a copy in which the title was not changed.

Say in the title what sets them apart: the country, the phase, the group. Reported
at the second and every later entry. Entries that name each other as related
activities are passed over.`,
	Check: lint.CollectByKey(titles, titleKey, sameTitle),
}

// titleFact is an entry with its title in a form to compare.
type titleFact struct {
	ID, Title, Folded string
	Related           []string
	Place             lint.Place
}

func titleKey(keys []uint64, t *titleFact) []uint64 { return append(keys, lint.Hash(t.Folded)) }

func titles(p *lint.Pass, e *schema.Entry) []titleFact {
	statement, id := e.Statement(), strings.TrimSpace(e.Identifier.Value)
	if statement == nil || id == "" {
		return nil
	}
	t := titleFact{ID: id, Title: phrase.Shorten(statement.Value, titleWidth), Folded: text.Fold(statement.Value), Place: p.Keep(statement.At)}
	if utf8.RuneCountInString(t.Folded) < 10 {
		return nil // too short a title to be one's own: narrative/title-too-short
	}
	for _, r := range e.RelatedActivities {
		t.Related = append(t.Related, strings.TrimSpace(r.Ref.Value))
	}
	return []titleFact{t}
}

func sameTitle(p *lint.Pass, all iter.Seq[titleFact]) {
	first := map[string]titleFact{}
	for t := range all {
		before, seen := first[t.Folded]
		if !seen {
			first[t.Folded] = t
			continue
		}
		if before.ID == t.ID || slices.Contains(before.Related, t.ID) || slices.Contains(t.Related, before.ID) {
			continue // identifier/duplicate, or parts of one whole
		}
		p.ReportAt(t.Place, lint.Violation{
			Field:   "title",
			Message: fmt.Sprintf("%s has the same title: %q", before.ID, t.Title),
			Related: []lint.Related{lint.RelatedAt(before.Place, "the title of "+before.ID)},
		})
	}
}
