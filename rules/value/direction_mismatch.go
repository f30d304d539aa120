package value

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DirectionMismatch reports targets that move against the declared direction.
var DirectionMismatch = &lint.Rule{
	ID:       "value/direction-mismatch",
	Title:    "the target moves against the direction that is called good",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
The attribute ascending says whether more is better (true, or 1) or less is
(false, or 0). A target above the baseline of an indicator where less is better
plans for things to get worse, and readers show progress as failure. Usually the
attribute was left at what the system proposed.

Set ascending as it is meant. Reported once per entry and direction, at the first
indicator.`,
	Check: lint.Each(directionMismatch),
}

func directionMismatch(p *lint.Pass, e *schema.Entry) {
	misread := values.MisreadingsOf(p.Env, e)
	for _, ascending := range []bool{true, false} {
		var list []*schema.Indicator
		for i := range values.Indicators(e) {
			if i.Ascending.OK && i.Ascending.Parsed == ascending && movesAgainstDirection(i, misread) {
				list = append(list, i)
			}
		}
		if len(list) > 0 {
			reportDirection(p, list[0], len(list)-1)
		}
	}
}

func reportDirection(p *lint.Pass, i *schema.Indicator, others int) {
	baseline, target := firstAndLast(i)
	better, moves := "less", "rises"
	if i.Ascending.Parsed {
		better, moves = "more", "falls"
	}
	v := lint.Violation{
		At:   i.Ascending.At,
		Node: i,
		Message: fmt.Sprintf("ascending is %s: %s is better, but the target %s from %s to %s", i.Ascending.Value, better, moves,
			baseline.Value.Value, target.Value.Value) + phrase.Others(others, "indicator", "this entry"),
		Related: []lint.Related{{At: baseline.Value.At, Message: "the baseline"}, {At: target.Value.At, Message: "the target"}},
	}
	p.Report(v)
}

// movesAgainstDirection reports whether the target of an indicator moves against its declared
// direction.
func movesAgainstDirection(i *schema.Indicator, misread *values.Misreadings) bool {
	baseline, target := firstAndLast(i)
	if baseline == nil || target == nil || misread.Has(baseline, target) {
		return false
	}
	if i.Ascending.Parsed {
		return target.Value.Parsed < baseline.Value.Parsed
	}
	return target.Value.Parsed > baseline.Value.Parsed
}

// firstAndLast returns the baseline and the last target of an indicator whose values
// have an order; nil where one is missing or not clear.
func firstAndLast(i *schema.Indicator) (baseline, target *schema.Measurement) {
	if i.Measure.Value != "1" && i.Measure.Value != "2" {
		return nil, nil
	}
	for _, period := range values.InTime(i) {
		if t := values.Total(period.Targets); t != nil {
			target = t
		}
	}
	return values.Total(i.Baselines), target
}
