package evidence

import (
	"fmt"
	"math"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ContradictsActual reports narratives that disagree with the indicators.
var ContradictsActual = &lint.Rule{
	ID:       "evidence/contradicts-actual",
	Title:    "the narrative gives another figure than the indicator",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
The narrative says 45 women parliamentarians, the indicator of the same outcome
42. One of them is out of date, and whoever quotes the outcome may take either.

Correct the one that is wrong. The rule speaks only where the narrative counts just
what the title of one indicator counts ("Number of women parliamentarians …"), and
where its figure is none of that indicator's values.`,
	Check: lint.Each(contradictsActual),
}

func contradictsActual(p *lint.Pass, e *schema.Entry) {
	var counted map[string][]*schema.Indicator
	for i := range values.Indicators(e) {
		if i.Measure.Value != "1" {
			continue
		}
		if what := countedBy(i); what != "" {
			if counted == nil {
				counted = map[string][]*schema.Indicator{}
			}
			counted[what] = append(counted[what], i)
		}
	}
	if len(counted) == 0 {
		return
	}
	misread := values.MisreadingsOf(p.Env, e)
	for _, n := range resultNarratives(e) {
		doc := prose.Of(p.Env, n)
		for _, q := range doc.Quantities() {
			if q.Kind != text.Count || q.Bound != text.Exactly || q.Range || q.Unit == "" || math.IsNaN(q.Value) {
				continue
			}
			list := counted[normalised(q.Unit)]
			if shorter, ok := twoWords(q.Unit); ok && list == nil {
				list = counted[shorter] // women parliamentarians [elected]
			}
			if len(list) != 1 {
				continue
			}
			if actual := values.LatestActual(list[0]); actual != nil && !misread.Has(actual) && !hasNumber(list[0], q.Value) {
				reportIn(p, n, q.Whole, lint.Violation{
					Message: fmt.Sprintf("the text says %q, but the indicator's actual is %s", q.Whole.Of(doc.Text()), actual.Value.Value),
					Related: []lint.Related{{At: actual.Value.At, Message: "the indicator's actual"}},
				})
			}
		}
	}
}

// countedBy returns what a title counts, where it says nothing else: "women
// parliamentarians" of "Number of women parliamentarians".
func countedBy(i *schema.Indicator) string {
	rest, _ := values.Counting(i)
	if rest = normalised(rest); strings.Count(rest, " ") <= mostSpaces {
		return rest
	}
	return ""
}

// mostSpaces keeps out what is more than the name of something.
const mostSpaces = 3

// normalised returns a text in lower case with single spaces and without punctuation
// at its end.
func normalised(s string) string {
	return strings.TrimRight(strings.ToLower(phrase.Collapse(s)), ".:;, ")
}

// twoWords returns the first two words of a unit that has more.
func twoWords(unit string) (string, bool) {
	words := strings.Fields(normalised(unit))
	if len(words) < 3 {
		return "", false
	}
	return words[0] + " " + words[1], true
}

// hasNumber reports whether a number is one of the indicator's, or the sum of its
// actuals.
func hasNumber(i *schema.Indicator, number float64) bool {
	sum := 0.0
	for m := range values.All(i) {
		if !m.Value.OK {
			continue
		}
		if m.Value.Parsed == number {
			return true
		}
		if m.Name() == schema.Actual {
			sum += m.Value.Parsed
		}
	}
	return sum == number
}
