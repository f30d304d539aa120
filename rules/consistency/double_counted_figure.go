package consistency

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DoubleCountedFigure reports figures that several outcomes claim.
var DoubleCountedFigure = &lint.Rule{
	ID:       "consistency/double-counted-figure",
	Title:    "the same figure stands under several outcomes",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
If "180 girls" are counted under two outcomes, whoever adds up the outcomes counts
them twice. It can be right: one training may serve two outcomes. Then the text
should say so.

Check whether the people or things are the same. Reported for counts of 11 or more
with their unit that stand in the narratives of two entries or more, each once. "All
34 provinces" are how many there are, and everybody's.`,
	Check: lint.Fold(figures, (*claims).add, doubleCounted),
}

// counted is a figure of a narrative with what it counts.
type counted struct {
	value float64
	unit  string
	entry string
	place lint.Place
}

func figures(p *lint.Pass, e *schema.Entry) []counted {
	var list []counted
	for _, d := range e.Descriptions {
		for _, n := range d.Narratives {
			for _, q := range prose.Of(p.Env, n).Quantities() {
				if q.Kind != text.Count || q.Bound != text.Exactly || q.Range || q.Value < 11 || q.Unit == "" || q.Words {
					continue
				}
				if !strings.Contains(q.Unit, " ") && int(q.Value)%10 == 0 {
					continue // 20 women may be any
				}
				if everyOne(n.Value[max(0, q.Whole.Start-longestBefore):q.Whole.Start]) {
					continue
				}
				list = append(list, counted{q.Value, strings.Clone(q.Unit), strings.Clone(e.Identifier.Value), p.Keep(prose.At(p, n, q.Whole))})
			}
		}
	}
	return list
}

// everyOne tells that the text before a figure makes it the number that there
// are: "all 34 provinces".
func everyOne(before string) bool {
	words := strings.Fields(before)
	if len(words) > 0 && slices.Contains(articles, strings.ToLower(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	return len(words) > 0 && slices.Contains(wholes, strings.ToLower(words[len(words)-1]))
}

const longestBefore = 20 // bytes before a figure that everyOne needs

var (
	wholes   = []string{"all", "tous", "toutes", "todos", "todas"}
	articles = []string{"the", "les", "los", "las", "os", "as"}
)

// claims are the figures of a submission: of each where it stands first, and
// where another entry has it too.
type claims struct {
	first map[claim]*counted // nil = told
	again [][2]counted       // first, then again
}

type claim struct {
	value float64
	unit  string
}

func (all *claims) add(c counted) {
	if all.first == nil {
		all.first = map[claim]*counted{}
	}
	k := claim{c.value, c.unit}
	before, seen := all.first[k]
	switch {
	case !seen:
		all.first[k] = &c
	case before != nil && before.entry != c.entry:
		all.again = append(all.again, [2]counted{*before, c})
		all.first[k] = nil
	}
}

func doubleCounted(p *lint.Pass, all *claims) {
	for _, pair := range all.again {
		before, c := pair[0], pair[1]
		p.ReportAt(c.place, lint.Violation{
			Field:   "description",
			Message: fmt.Sprintf("%g %s stand under %s too", c.value, c.unit, before.entry),
			Related: []lint.Related{lint.RelatedAt(before.place, "the same figure there")},
		})
	}
}
