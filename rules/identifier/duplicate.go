package identifier

import (
	"fmt"
	"strings"

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
	Check: lint.Collect(identifiers, duplicates),
}

// use is an identifier where it stands.
type use struct {
	value string
	place lint.Place
}

func identifiers(p *lint.Pass, e *schema.Entry) []use {
	value := strings.TrimSpace(e.Identifier.Value)
	if value == "" {
		return nil
	}
	return []use{{value, p.Keep(e.Identifier.At)}}
}

func duplicates(p *lint.Pass, uses []use) {
	first := make(map[string]lint.Place, len(uses))
	for _, u := range uses {
		earlier, seen := first[u.value]
		if !seen {
			first[u.value] = u.place
			continue
		}
		v := lint.Violation{
			Field:   "identifier",
			Message: fmt.Sprintf("identifier %q stands on line %d already", u.value, earlier.Span.Start.Line),
			Related: []lint.Related{lint.RelatedAt(earlier, "first used here")},
		}
		if earlier.File != u.place.File {
			v.Message = fmt.Sprintf("identifier %q stands in %s already", u.value, earlier.File)
		} else {
			v.Refs = []string{"1.1.2"} // the official validator looks at one file at a time
		}
		p.ReportAt(u.place, v)
	}
}
