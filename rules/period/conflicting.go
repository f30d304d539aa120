package period

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
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
	if oneByOne(i) && !slices.ContainsFunc(i.Periods, repeats) {
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
				key := slot{when, m.Name(), describe.Part(m)}
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

// oneByOne tells indicators whose periods end one after the other: figures for the
// same period are in one of them.
func oneByOne(i *schema.Indicator) bool {
	var last schema.Date
	for _, period := range i.Periods {
		if !period.End.OK || !last.Before(period.End.Parsed) {
			return false
		}
		last = period.End.Parsed
	}
	return true
}

// repeats tells whether two targets, or two actuals, of a period may be of the
// same part.
func repeats(period *schema.Period) bool {
	return mayRepeat(period.Targets) || mayRepeat(period.Actuals)
}

// fewParts is how many figures are compared with each other.
const fewParts = 8

func mayRepeat(list []*schema.Measurement) bool {
	if len(list) > fewParts {
		return true
	}
	for n, a := range list {
		for _, b := range list[:n] {
			if !apart(a, b) {
				return true
			}
		}
	}
	return false
}

// apart tells figures of different parts; of some it says no.
func apart(a, b *schema.Measurement) bool {
	if len(a.Locations)+len(b.Locations) > 0 || len(a.Dimensions) > 1 || len(b.Dimensions) > 1 {
		return false
	}
	categoryOfA, valueOfA := named(a)
	categoryOfB, valueOfB := named(b)
	return !strings.EqualFold(categoryOfA, categoryOfB) || !strings.EqualFold(valueOfA, valueOfB)
}

// named is what the one dimension of a figure says.
func named(m *schema.Measurement) (category, value string) {
	for _, d := range m.Dimensions {
		category, value = strings.TrimSpace(d.Category.Value), strings.TrimSpace(d.Value.Value)
	}
	return category, value
}

// span names a period by its days.
func span(period *schema.Period) string {
	return period.Start.Parsed.String() + " to " + period.End.Parsed.String()
}
