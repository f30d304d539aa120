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
	Check: lint.Alike(versions, versionKey, conflicts),
}

// version is an entry as one file has it.
type version struct {
	id, title string
	sum       content.Sum
	place     lint.Place
}

func (v *version) Pack(k *lint.Packer) {
	k.String(&v.id)
	k.String(&v.title)
	v.sum.Pack(k)
	k.Place(&v.place)
}

func versionKey(keys []uint64, v *version) []uint64 { return append(keys, lint.Hash(v.id)) }

func versions(p *lint.Pass, e *schema.Entry) []version {
	id := strings.TrimSpace(e.Identifier.Value)
	if id == "" || e.Partial {
		return nil // what another table says of the activity is no contradiction
	}
	return []version{{id, phrase.Shorten(describe.Text(e.Title), titleWidth), content.Of(p.Env, e), p.Keep(e.Identifier.At)}}
}

func conflicts(p *lint.Pass, all iter.Seq[version]) {
	first := map[string]version{}
	for v := range all {
		before, seen := first[v.id]
		if !seen {
			first[v.id] = v
			continue
		}
		if before.sum == v.sum || before.place.File() == v.place.File() {
			continue
		}
		message := fmt.Sprintf("%s has other values here than in %s", v.id, before.place.File())
		if before.sum.Title != v.sum.Title {
			message = fmt.Sprintf("%s is titled %q here and %q in %s", v.id, v.title, before.title, before.place.File())
		}
		p.ReportAt(v.place, lint.Violation{
			Field:   "identifier",
			Message: message,
			Related: []lint.Related{lint.RelatedAt(before.place, "the same entry in the other file")},
		})
	}
}

// titleWidth is how many code points of a title are quoted in a message.
const titleWidth = 60
