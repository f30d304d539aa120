package identifier

import (
	"fmt"
	"iter"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/content"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Duplicate reports identifiers that stand twice in a submission.
var Duplicate = &lint.Rule{
	ID:       "identifier/duplicate",
	Title:    "an identifier is used twice",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"1.1.2"},
	Doc: `
Readers keep one entry per identifier: of two with the same identifier one
silently replaces the other. All files of one run are one submission, so the
second one may stand in another file.

Give the second entry its own identifier, or remove it if it is a copy.`,
	Check: lint.CollectByKey(identifiers, useKey, duplicates),
}

// use is an identifier where it stands.
type use struct {
	Value string
	Sum   content.Sum
	Place lint.Place
}

func useKey(keys []uint64, u *use) []uint64 { return append(keys, lint.Hash(u.Value)) }

func identifiers(p *lint.Pass, e *schema.Entry) []use {
	value := strings.TrimSpace(e.Identifier.Value)
	if value == "" || e.ResultsOnly {
		return nil // the other tables of an activity have its identifier too
	}
	return []use{{value, content.Of(p.Env, e), p.Keep(e.Identifier.At)}}
}

func duplicates(p *lint.Pass, uses iter.Seq[use]) {
	first := map[string]use{}
	inFile := map[[2]string]use{}
	for u := range uses {
		key := [2]string{u.Place.File(), u.Value}
		if earlier, seen := inFile[key]; seen {
			p.ReportAt(u.Place, lint.Violation{
				Field:   "identifier",
				Message: fmt.Sprintf("identifier %q stands on line %d already", u.Value, p.Line(earlier.Place)),
				Refs:    []string{"1.1.2"},
				Related: []lint.Related{lint.RelatedAt(earlier.Place, "first used here")},
			})
			continue
		}
		inFile[key] = u
		earlier, seen := first[u.Value]
		if !seen {
			first[u.Value] = u
			continue
		}
		if earlier.Sum != u.Sum {
			continue // consistency/conflicting-entry
		}
		p.ReportAt(u.Place, lint.Violation{
			Field:   "identifier",
			Message: fmt.Sprintf("identifier %q stands in %s already", u.Value, earlier.Place.File()),
			Related: []lint.Related{lint.RelatedAt(earlier.Place, "first used here")},
		})
	}
}
