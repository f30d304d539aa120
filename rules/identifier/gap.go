package identifier

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Gap reports numbering that skips.
var Gap = &lint.Rule{
	ID:       "identifier/gap",
	Title:    "the numbering of identifiers skips",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
Where outcomes are numbered one after the other, a number that is missing is
often an entry that got lost on the way: D_1.2 is followed by D_1.4, and nobody
sees that D_1.3 was not copied.

Check whether the entry between was left out. Numbers that were given up on
purpose need no change. The rule looks at identifiers that end in a number of
several parts (1.2): those of outcomes, as in portal text, and those of activities
where a profile gives the scheme.`,
	Check: lint.Collect(numbers, gaps),
}

// numberedIdentifier is an identifier that ends in a number of several parts.
type numberedIdentifier struct {
	Series string // all but the last part
	Last   int
	ID     string
	Place  lint.Place
}

func numbers(p *lint.Pass, e *schema.Entry) []numberedIdentifier {
	id := strings.TrimSpace(e.Identifier.Value)
	if e.Kind == schema.ActivityEntry && p.Env.Identifier == nil {
		return nil
	}
	if p.Env.Identifier != nil && !p.Env.Identifier.Pattern.MatchString(id) {
		return nil
	}
	dot := strings.LastIndexByte(id, '.')
	if dot <= 0 || id[dot-1] < '0' || id[dot-1] > '9' {
		return nil
	}
	last, err := strconv.ParseUint(id[dot+1:], 10, 31)
	if err != nil {
		return nil
	}
	return []numberedIdentifier{{id[:dot], int(last), id, p.Keep(e.Identifier.At)}}
}

func gaps(p *lint.Pass, all iter.Seq[numberedIdentifier]) {
	absent := map[string]bool{} // of what is skipped
	for n, before := range successive(all) {
		for _, id := range skipped(before, n) {
			absent[id] = true
		}
	}
	for n := range all {
		delete(absent, n.ID)
	}
	if len(absent) == 0 {
		return
	}
	for n, before := range successive(all) {
		missing := slices.DeleteFunc(skipped(before, n), func(id string) bool { return !absent[id] })
		if len(missing) == 0 {
			continue
		}
		verb := "is"
		if len(missing) > 1 {
			verb = "are"
		}
		p.ReportAt(n.Place, lint.Violation{
			Field:   "identifier",
			Message: fmt.Sprintf("%s follows %s: %s %s missing between them", n.ID, before.ID, phrase.List(missing, "and"), verb),
			Related: []lint.Related{lint.RelatedAt(before.Place, "the one before")},
		})
	}
}

// successive yields each identifier with the one of its series and file before it.
func successive(all iter.Seq[numberedIdentifier]) iter.Seq2[numberedIdentifier, numberedIdentifier] {
	return func(yield func(n, before numberedIdentifier) bool) {
		previous := map[string]numberedIdentifier{}
		for n := range all {
			before, seen := previous[n.Series]
			previous[n.Series] = n
			if seen && before.Place.File() == n.Place.File() && !yield(n, before) {
				return
			}
		}
	}
}

// maxSkipped is the widest gap that still looks like lost entries, not like
// another way of numbering.
const maxSkipped = 5

// skipped lists the identifiers between two numbers of a series.
func skipped(before, n numberedIdentifier) []string {
	if n.Last-before.Last-1 > maxSkipped {
		return nil
	}
	var list []string
	for i := before.Last + 1; i < n.Last; i++ {
		list = append(list, n.Series+"."+strconv.Itoa(i))
	}
	return list
}
