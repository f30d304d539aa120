package value

import (
	"fmt"
	"math"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NegativeCount reports counts below zero.
var NegativeCount = &lint.Rule{
	ID:       "value/negative-count",
	Title:    "a count is below zero",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Measure 1 counts something: people, laws, schools. There can be none of it, but
not fewer than none. A minus sign is often a hyphen that stood for "no data".

Correct the value. If there is no data, leave the element out. Where the title
speaks of a change or a balance the rule is silent.`,
	Check: lint.Each(negativeCount),
}

func negativeCount(p *lint.Pass, i *schema.Indicator) {
	if i.Measure.Value != "1" {
		return
	}
	first, others := outOfRange(i, 0, math.Inf(1))
	if first != nil && !ofChange.MatchIndicator(i) && !balances.MatchIndicator(i) {
		p.Report(lint.Violation{
			At:      first.Value.At,
			Node:    first,
			Message: fmt.Sprintf("the %s is %s, but the indicator is a count (measure 1)", first.Name(), first.Value.Value) + phrase.Others(others, "value", "the indicator"),
			Hint:    "correct the value, or leave the " + first.Name() + " out if there is no data",
		})
	}
}

// outOfRange returns the first value of an indicator that is not between two numbers,
// and how many others there are.
func outOfRange(i *schema.Indicator, least, most float64) (first *schema.Measurement, others int) {
	for m := range values.All(i) {
		switch {
		case !m.Value.OK || m.Value.Parsed >= least && m.Value.Parsed <= most:
		case first == nil:
			first = m
		default:
			others++
		}
	}
	return first, others
}

// balances are the beginnings of words of titles whose figures may be negative.
var balances = values.NewPrefixes([]string{"net", "balance", "difference", "temperature", "solde", "saldo", "score", "income", "profit", "cost"})
