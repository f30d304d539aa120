package value

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// PercentageOutOfRange reports percentages that no share can have.
var PercentageOutOfRange = &lint.Rule{
	ID:       "value/percentage-out-of-range",
	Title:    "a percentage is not between 0 and 100",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Measure 2 says that the values are percentages. A share of something can't be
negative or more than the whole, so such a value is usually a count, or a digit
too many. Rates of change may be anything: the rule is silent where the title
speaks of growth, an increase or the like.

Correct the value, or give the indicator measure 1 if it is a count.`,
	Check: lint.Each(percentageOutOfRange),
}

func percentageOutOfRange(p *lint.Pass, i *schema.Indicator) {
	if i.Measure.Value != "2" {
		return
	}
	first, others := outOfRange(i, 0, 100)
	if first == nil || ofChange.MatchIndicator(i) {
		return
	}
	p.Report(lint.Violation{
		At:      first.Value.At,
		Node:    first,
		Message: fmt.Sprintf("the %s is %s, but the indicator is a percentage (measure 2), which lies between 0 and 100", first.Name(), first.Value.Value) + phrase.Others(others, "value", "the indicator"),
		Hint:    "correct the value, or give the indicator measure 1 if it counts something",
		Related: []lint.Related{{At: i.Measure.At, Message: "the measure"}},
	})
}

// ofChange are the beginnings of words of titles whose percentages may be
// negative or more than 100.
var ofChange = values.NewPrefixes([]string{
	"growth", "increas", "decreas", "chang", "reduc", "variation", "deviation", "over-", "ratio", "index", "relative",
	"croiss", "augment", "évolution", "hausse", "baisse", "rédu", "diminu", "accroiss",
	"crec", "aument", "cambio", "incremento", "disminu", "cresc", "mudança", "groei", "stijg", "toename", "daling", "verschil",
})
