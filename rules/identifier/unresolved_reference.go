package identifier

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// UnresolvedReference reports references to what the submission does not have:
// locations here, rows of another book by the reader.
var UnresolvedReference = &lint.Rule{
	ID:       "identifier/unresolved-reference",
	Title:    "a reference leads to a location or a row that is not there",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
The location of a baseline, target or actual is only a pointer: its ref must be
the ref of a location of the same activity, where the name and the coordinates
stand. A pointer to nowhere loses the place of the figure.

Give the activity a location with this ref, or correct the ref. Each ref is
reported once per entry.

In tables with a sheet or a book for results, for indicators and for periods, the
identifier of a row says what it belongs to. An indicator of a result that stands
in no row of results is lost when the tables are imported. Correct the identifier,
or add the row.`,
	Check: lint.Also(lint.Each(unresolvedReference), lint.Faults(schema.UnresolvedReference)),
}

func unresolvedReference(p *lint.Pass, e *schema.Entry) {
	if e.ResultsOnly {
		return // the activity's locations stand elsewhere
	}
	defined := map[string]bool{}
	for _, l := range e.Locations {
		defined[strings.TrimSpace(l.Ref.Value)] = true
	}
	var order []*schema.LocationRef
	count := map[string]int{}
	schema.Walk(e, func(n schema.Node) {
		l, ok := n.(*schema.LocationRef)
		if !ok {
			return
		}
		ref := strings.TrimSpace(l.Ref.Value)
		if ref == "" || defined[ref] {
			return
		}
		if count[ref] == 0 {
			order = append(order, l)
		}
		count[ref]++
	})
	for _, l := range order {
		ref := strings.TrimSpace(l.Ref.Value)
		v := lint.Violation{
			At:      l.Ref.At,
			Node:    l,
			Message: fmt.Sprintf("the activity has no location with the ref %q", ref),
			Hint:    fmt.Sprintf(`give the activity <location ref="%s">, or correct the ref`, ref),
		}
		if count[ref] > 1 {
			v.Message += fmt.Sprintf(", to which %d baselines, targets and actuals refer", count[ref])
		}
		p.Report(v)
	}
}
