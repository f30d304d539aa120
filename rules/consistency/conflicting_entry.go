package consistency

import (
	"fmt"
	"iter"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/content"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// ConflictingEntry reports entries that differ between two files.
var ConflictingEntry = &lint.Rule{
	ID:       "consistency/conflicting-entry",
	Title:    "two files have the same entry with another title or other values",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
All files of one run are one submission. Where two of them hold the same entry and
disagree, whichever is read last wins, and that may be last year's.

Keep the right one and remove the other. The same entry twice without a difference
is the business of identifier/duplicate.`,
	Check: lint.CollectByKey(versions, versionKey, conflicts),
}

// version is an entry as one file has it.
type version struct {
	ID, Title string
	Sum       content.Sum
	Place     lint.Place
}

func versionKey(keys []uint64, v *version) []uint64 { return append(keys, lint.Hash(v.ID)) }

func versions(p *lint.Pass, e *schema.Entry) []version {
	id := strings.TrimSpace(e.Identifier.Value)
	if id == "" || e.ResultsOnly {
		return nil // what another table says of the activity is no contradiction
	}
	return []version{{id, phrase.Shorten(describe.Text(e.Title), titleWidth), content.Of(p.Env, e), p.Keep(e.Identifier.At)}}
}

func conflicts(p *lint.Pass, all iter.Seq[version]) {
	first := map[string]version{}
	for v := range all {
		before, seen := first[v.ID]
		if !seen {
			first[v.ID] = v
			continue
		}
		if before.Sum == v.Sum || before.Place.File() == v.Place.File() {
			continue
		}
		message := fmt.Sprintf("%s has other values here than in %s", v.ID, before.Place.File())
		if before.Sum.Title != v.Sum.Title {
			message = fmt.Sprintf("%s is titled %q here and %q in %s", v.ID, v.Title, before.Title, before.Place.File())
		}
		p.ReportAt(v.Place, lint.Violation{
			Field:   "identifier",
			Message: message,
			Related: []lint.Related{lint.RelatedAt(before.Place, "the same entry in the other file")},
		})
	}
}

// titleWidth is how many code points of a title are quoted in a message.
const titleWidth = 60
