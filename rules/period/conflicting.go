package period

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Conflicting reports periods with two figures for one thing.
var Conflicting = &lint.Rule{
	ID:       "period/conflicting",
	Title:    "an indicator has two figures for the same period",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A target or actual for one period can have one value, or one for each of its parts
(women and men, places). Two values for the same thing contradict each other, and
readers show either of them, or their sum.

Remove the figure that is wrong; if they are parts of a whole, name the parts with
dimensions. Equal figures are only a repetition, and a warning.`,
	Check: lint.Each(conflicting),
}

// figureKey is what a period can have one figure for.
type figureKey struct {
	start, end schema.Date
	name, part string
}

// repetition is a figure of a slot that has one already.
type repetition struct{ figure, earlier *schema.Measurement }

func conflicting(p *lint.Pass, i *schema.Indicator) {
	if inSequence(i) && !p.Env.Uncached {
		return
	}
	first := map[figureKey]*schema.Measurement{}
	var clashing, equal []repetition
	for _, period := range i.Periods {
		if !period.Start.OK || !period.End.OK {
			continue
		}
		for _, list := range [...][]*schema.Measurement{period.Targets, period.Actuals} {
			for _, m := range list {
				if !m.Value.OK {
					continue
				}
				key := figureKey{period.Start.Parsed, period.End.Parsed, m.Name(), describe.Part(m)}
				switch earlier := first[key]; {
				case earlier == nil:
					first[key] = m
				case earlier.Value.Parsed != m.Value.Parsed:
					clashing = append(clashing, repetition{m, earlier})
				default:
					equal = append(equal, repetition{m, earlier})
				}
			}
		}
	}
	switch {
	case len(clashing) > 0:
		m, earlier := clashing[0].figure, clashing[0].earlier
		p.Report(lint.Violation{
			At: m.Value.At, Node: m,
			Message: fmt.Sprintf("the %s for %s is %s here, %s before", m.Name(), daysOf(m.Period()), m.Value.Value, earlier.Value.Value) + phrase.Others(len(clashing)-1, "figure", "the indicator"),
			Related: []lint.Related{{At: earlier.Value.At, Message: "the figure before"}},
		})
	case len(equal) > 0:
		m, earlier := equal[0].figure, equal[0].earlier
		p.Report(lint.Violation{
			At: m.Value.At, Node: m, Severity: lint.Warning,
			Message: fmt.Sprintf("the %s for %s, %s, stands there already", m.Name(), daysOf(m.Period()), m.Value.Value) + phrase.Others(len(equal)-1, "figure", "the indicator"),
			Related: []lint.Related{{At: earlier.Value.At, Message: "the same figure before"}},
		})
	}
}

// inSequence reports whether each period of an indicator ends after the one before it
// and has one figure of a kind, as most do: then no two are for the same thing.
func inSequence(i *schema.Indicator) bool {
	var last schema.Date
	for _, period := range i.Periods {
		if !last.Before(period.End.Parsed) || len(period.Targets) > 1 || len(period.Actuals) > 1 {
			return false
		}
		last = period.End.Parsed
	}
	return true
}

// daysOf names a period by its days.
func daysOf(period *schema.Period) string {
	return period.Start.Parsed.String() + " to " + period.End.Parsed.String()
}
