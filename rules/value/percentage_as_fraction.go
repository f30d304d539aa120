package value

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// PercentageAsFraction reports 0.45 among percentages.
var PercentageAsFraction = &lint.Rule{
	ID:       "value/percentage-as-fraction",
	Title:    "a percentage is written as a fraction of 1",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A spreadsheet shows 45% and stores 0.45. Where one value of an indicator came out
of it as 0.45 and another was typed as 65, the indicator seems to rise a hundredfold.

Write all values as percentages: 45, not 0.45. Reported is a fraction that, taken
times 100, comes near to another value of the same indicator, and an indicator all of
whose values lie between 0 and 1, where one of them is a half or more; but for shares
that are often below 1 per cent, such as the prevalence of a disease.`,
	Check: lint.Each(percentageAsFraction),
}

func percentageAsFraction(p *lint.Pass, i *schema.Indicator) {
	if i.Measure.Value != "2" {
		return
	}
	for m := range values.All(i) {
		v := m.Value.Parsed
		if !m.Value.OK || v < 0.02 || v >= 1 {
			continue
		}
		for other := range values.All(i) {
			o := other.Value.Parsed
			if !other.Value.OK || o < 10 || o > 100 || v*100 < o/2 || v*100 > o*2 {
				continue
			}
			p.Report(lint.Violation{
				At:      m.Value.At,
				Node:    m,
				Message: fmt.Sprintf("the %s is %s, but another value of this percentage is %s: %s looks like %g per cent", m.Name(), m.Value.Value, other.Value.Value, m.Value.Value, round(v*100)),
				Hint:    fmt.Sprintf("write %g if that is meant", round(v*100)),
				Related: []lint.Related{{At: other.Value.At, Message: "written as a percentage"}},
			})
			return
		}
	}
	allFractions(p, i)
}

// allFractions reports an indicator all of whose values are fractions.
func allFractions(p *lint.Pass, i *schema.Indicator) {
	var first *schema.Measurement
	count, largest := 0, 0.0
	for m := range values.All(i) {
		v := m.Value.Parsed
		switch {
		case !m.Value.OK || v < 0 || v > 1:
			if m.Value.Present() {
				return
			}
			continue
		case v == 0 || v == 1:
			continue // 0 and 1 per cent, or of 100
		}
		if count++; v > largest {
			first, largest = m, v
		}
	}
	if count < 2 || largest < 0.5 || small(describe.Text(i.Title)+" "+describe.Text(i.Description)) {
		return
	}
	p.Report(lint.Violation{
		At:      first.Value.At,
		Node:    first,
		Message: fmt.Sprintf("all values of this percentage lie between 0 and 1: the %s %s looks like %g per cent", first.Name(), first.Value.Value, round(largest*100)),
		Hint:    fmt.Sprintf("write %g if that is meant, and the other values alike", round(largest*100)),
	})
}

// small reports whether a text is about a share that is often below 1 per cent.
func small(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(smallShares, func(word string) bool { return strings.Contains(text, word) })
}

var smallShares = strings.Fields(`prévalen prevalen inciden mortal fatal létal letal hiv vih growth croissance crecimiento crescimento gdp gni pib
	inflation inflación inflação deficit déficit`)
