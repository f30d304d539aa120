package evidence

import (
	"fmt"
	"slices"
	"strings"

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
	var openings openings
	indicators(e, func(i *schema.Indicator) {
		if i.Measure.Value == "1" {
			if what := countedBy(values.Text(i.Title)); what != "" {
				if counted == nil {
					counted = map[string][]*schema.Indicator{}
				}
				counted[what] = append(counted[what], i)
				openings.add(what)
			}
		}
	})
	if len(counted) == 0 {
		return
	}
	for _, n := range accounts(e) {
		if !openings.in(n.Value) {
			continue
		}
		doc := prose.Of(p.Env, n)
		for _, q := range doc.Quantities() {
			if q.Kind != text.Count || q.Bound != text.Exactly || q.Range || q.Unit == "" {
				continue
			}
			list := counted[normal(q.Unit)]
			if shorter, ok := twoWords(q.Unit); ok && list == nil {
				list = counted[shorter] // women parliamentarians [elected]
			}
			if len(list) != 1 {
				continue
			}
			if actual := lastActual(list[0]); actual != nil && !anyValue(list[0], q.Value) {
				reportIn(p, n, q.Whole, lint.Violation{
					Message: fmt.Sprintf("the text says %q, but the indicator's actual is %s", q.Whole.Of(doc.Text()), actual.Value.Value),
					Related: []lint.Related{{At: actual.Value.At, Message: "the indicator's actual"}},
				})
			}
		}
	}
}

// openings are the first words of what indicators count, to pass over texts that
// have none of them, at less cost than reading their figures.
type openings struct {
	words   []string // in lower case
	letters uint64   // the first bytes of words, modulo 64
}

func (o *openings) add(counted string) {
	word, _, _ := strings.Cut(counted, " ")
	if word != "" && !slices.Contains(o.words, word) {
		o.words = append(o.words, word)
		o.letters |= bit(word[0])
	}
}

// in tells whether a word of the text begins as one of the openings. Above ASCII
// the case of first letters must agree.
func (o *openings) in(text string) bool {
	inside := false // a word
	for i := range len(text) {
		c := text[i]
		before := inside
		inside = 'a' <= c|0x20 && c|0x20 <= 'z'
		if before || o.letters&bit(c) == 0 && c < 0x80 {
			continue
		}
		for _, word := range o.words {
			if len(text)-i >= len(word) && strings.EqualFold(text[i:i+len(word)], word) {
				return true
			}
		}
	}
	return false
}

// bit stands for a byte and its capital.
func bit(c byte) uint64 { return 1 << ((c | 0x20) & 63) }

// countedBy is what a title counts, where it says nothing else: "women
// parliamentarians" of "Number of women parliamentarians".
func countedBy(title string) string {
	title = normal(title)
	for _, opening := range []string{"number of ", "no of ", "# of ", "nombre de ", "nombre d'", "número de ", "total number of "} {
		if rest, ok := strings.CutPrefix(title, opening); ok && strings.Count(rest, " ") <= 3 {
			return rest
		}
	}
	return ""
}

// normal is a text in lower case with single spaces and without punctuation at
// its end.
func normal(s string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(s), " ")), ".:;, ")
}

// twoWords is the first two words of a unit that has more.
func twoWords(unit string) (string, bool) {
	words := strings.Fields(normal(unit))
	if len(words) < 3 {
		return "", false
	}
	return words[0] + " " + words[1], true
}

func lastActual(i *schema.Indicator) *schema.Measurement {
	var last *schema.Measurement
	for _, period := range values.InTime(i) {
		if a := values.Total(period.Actuals); a != nil {
			last = a
		}
	}
	return last
}

// anyValue tells whether a number is one of the indicator's, or the sum of its
// actuals.
func anyValue(i *schema.Indicator, number float64) bool {
	sum := 0.0
	for _, m := range values.All(i) {
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
