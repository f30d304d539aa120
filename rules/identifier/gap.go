package identifier

import (
	"fmt"
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
several parts (1.2), in portal text or where a profile gives the scheme.`,
	Check: lint.Collect(numbers, gaps),
}

// numbered is an identifier that ends in a number of several parts.
type numbered struct {
	series string // all but the last part
	last   int
	id     string
	place  lint.Place
}

func numbers(p *lint.Pass, e *schema.Entry) []numbered {
	id := strings.TrimSpace(e.Identifier.Value)
	if !e.File.Format.Blocks() && p.Env.Identifier == nil {
		return nil
	}
	if p.Env.Identifier != nil && !p.Env.Identifier.Pattern.MatchString(id) {
		return nil
	}
	dot := strings.LastIndexByte(id, '.')
	if dot <= 0 || id[dot-1] < '0' || id[dot-1] > '9' {
		return nil
	}
	last, err := strconv.Atoi(id[dot+1:])
	if err != nil {
		return nil
	}
	id = strings.Clone(id)
	return []numbered{{id[:dot], last, id, p.Keep(e.Identifier.At)}}
}

func gaps(p *lint.Pass, all []numbered) {
	present := map[string]bool{}
	previous := map[string]numbered{}
	for _, n := range all {
		present[n.id] = true
	}
	for _, n := range all {
		before, seen := previous[n.series]
		previous[n.series] = n
		if !seen || before.place.File() != n.place.File() {
			continue
		}
		skipped := absent(n.series, before.last, n.last, present)
		if len(skipped) == 0 {
			continue
		}
		verb := "is"
		if len(skipped) > 1 {
			verb = "are"
		}
		p.ReportAt(n.place, lint.Violation{
			Field:   "identifier",
			Message: fmt.Sprintf("%s follows %s: %s %s missing between them", n.id, before.id, phrase.List(skipped, "and"), verb),
			Related: []lint.Related{lint.RelatedAt(before.place, "the one before")},
		})
	}
}

// maxSkipped is the widest gap that still looks like lost entries, not like
// another way of numbering.
const maxSkipped = 5

// absent lists the identifiers between two numbers of a series that stand
// nowhere in the submission.
func absent(series string, from, to int, present map[string]bool) []string {
	if to-from-1 > maxSkipped {
		return nil
	}
	var list []string
	for i := from + 1; i < to; i++ {
		if id := series + "." + strconv.Itoa(i); !present[id] {
			list = append(list, id)
		}
	}
	return list
}
