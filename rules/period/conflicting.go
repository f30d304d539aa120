package period

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Conflicting reports periods that say two things.
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

// dated is a target or actual with what it is a figure of.
type dated struct{ start, end schema.Date }

type slot struct {
	dated
	name, part string
}

func conflicting(p *lint.Pass, i *schema.Indicator) {
	if inARow(i) {
		return
	}
	first := map[slot]*schema.Measurement{}
	var clash, same []*schema.Measurement
	earlier := map[*schema.Measurement]*schema.Measurement{}
	for _, period := range i.Periods {
		if !period.Start.OK || !period.End.OK {
			continue
		}
		when := dated{period.Start.Parsed, period.End.Parsed}
		for _, list := range [...][]*schema.Measurement{period.Targets, period.Actuals} {
			for _, m := range list {
				if !m.Value.OK {
					continue
				}
				key := slot{when, m.Name(), values.Part(m)}
				switch before := first[key]; {
				case before == nil:
					first[key] = m
				case before.Value.Parsed != m.Value.Parsed:
					clash, earlier[m] = append(clash, m), before
				default:
					same, earlier[m] = append(same, m), before
				}
			}
		}
	}
	switch {
	case len(clash) > 0:
		m := clash[0]
		p.Report(lint.Violation{
			At: m.Value.At, Node: m,
			Message: fmt.Sprintf("the %s for %s is %s here, %s before", m.Name(), span(m.Period()), m.Value.Value, earlier[m].Value.Value) + phrase.Others(len(clash)-1, "figure", "the indicator"),
			Related: []lint.Related{{At: earlier[m].Value.At, Message: "the figure before"}},
		})
	case len(same) > 0:
		m := same[0]
		p.Report(lint.Violation{
			At: m.Value.At, Node: m, Severity: lint.Warning,
			Message: fmt.Sprintf("the %s for %s, %s, stands there already", m.Name(), span(m.Period()), m.Value.Value) + phrase.Others(len(same)-1, "figure", "the indicator"),
			Related: []lint.Related{{At: earlier[m].Value.At, Message: "the same figure before"}},
		})
	}
}

// inARow tells the usual indicator, whose periods follow each other with one
// target and one actual each: no two of its figures are of the same thing.
func inARow(i *schema.Indicator) bool {
	var last schema.Date
	for _, period := range i.Periods {
		if len(period.Targets) > 1 || len(period.Actuals) > 1 || !period.End.OK || !last.Before(period.End.Parsed) {
			return false
		}
		last = period.End.Parsed
	}
	return true
}

// span names a period by its days.
func span(period *schema.Period) string {
	return period.Start.Parsed.String() + " to " + period.End.Parsed.String()
}
