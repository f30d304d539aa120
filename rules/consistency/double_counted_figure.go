package consistency

import (
	"fmt"
	"iter"
	"math"
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
	Check: lint.CollectByKey(figures, figureKey, doubleCounted),
}

// figureFact is a figure of a narrative with what it counts.
type figureFact struct {
	Value float64
	Unit  string
	Entry string
	Place lint.Place
}

func figureKey(keys []uint64, c *figureFact) []uint64 {
	return append(keys, lint.Hash(c.Unit)^math.Float64bits(c.Value))
}

func figures(p *lint.Pass, e *schema.Entry) []figureFact {
	var list []figureFact
	for _, d := range e.Descriptions {
		for _, n := range d.Narratives {
			for _, q := range prose.Of(p.Env, n).Quantities() {
				if q.Kind != text.Count || q.Bound != text.Exactly || q.Range || q.Value < 11 || q.Unit == "" || q.Words {
					continue
				}
				if !strings.Contains(q.Unit, " ") && int(q.Value)%10 == 0 {
					continue // 20 women may be any
				}
				if countsAll(n.Value[max(0, q.Whole.Start-longestBefore):q.Whole.Start]) {
					continue
				}
				list = append(list, figureFact{q.Value, q.Unit, e.Identifier.Value, p.Keep(prose.At(p, n, q.Whole))})
			}
		}
	}
	return list
}

// countsAll reports whether the text before a figure makes it the number that there
// are: "all 34 provinces".
func countsAll(before string) bool {
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

type figureOfUnit struct {
	value float64
	unit  string
}

func doubleCounted(p *lint.Pass, all iter.Seq[figureFact]) {
	first := map[figureOfUnit]*figureFact{} // nil where it is reported
	for c := range all {
		k := figureOfUnit{c.Value, c.Unit}
		before, seen := first[k]
		switch {
		case !seen:
			first[k] = &c
		case before != nil && before.Entry != c.Entry:
			first[k] = nil
			p.ReportAt(c.Place, lint.Violation{
				Field:   "description",
				Message: fmt.Sprintf("%g %s stand under %s too", c.Value, c.Unit, before.Entry),
				Related: []lint.Related{lint.RelatedAt(before.Place, "the same figure there")},
			})
		}
	}
}
