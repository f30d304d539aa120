package period

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Overlap reports periods that share days without one lying in the other.
var Overlap = &lint.Rule{
	ID:       "period/overlap",
	Title:    "two periods of an indicator overlap",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
What was reached in the days that two periods share is counted twice, or in
neither. Periods follow one another, or one holds the other, as a year holds its
quarters and a project its years: those are fine.

Correct the date at which one period ends and the next begins. Compared are
periods that both have a target, or both an actual. Reported once per indicator. One
shared day is reported as info, once per entry.`,
	Check: lint.Each(overlap),
}

func overlap(p *lint.Pass, e *schema.Entry) {
	var first lint.Violation // of those of one day
	days := 0
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			v, found := severestOverlap(i)
			switch {
			case !found:
			case v.Severity != lint.Info:
				p.Report(v)
			default:
				if days++; days == 1 {
					first = v
				}
			}
		}
	}
	if days == 0 {
		return
	}
	first.Message += phrase.Others(days-1, "indicator", "this entry")
	p.Report(first)
}

// severestOverlap returns the violation to report of an indicator's periods.
func severestOverlap(i *schema.Indicator) (worst lint.Violation, found bool) {
	list := values.InTime(i)
	for n, b := range list {
		for _, a := range list[:n] {
			if !sameMeasure(a, b) || !partlyOverlap(a, b) {
				continue
			}
			if v := overlapOf(a, b); !found || worst.Severity == lint.Info && v.Severity == 0 {
				worst, found = v, true
			}
		}
	}
	return worst, found
}

func overlapOf(first, second *schema.Period) lint.Violation {
	if second.Start.Parsed.Before(first.Start.Parsed) {
		first, second = second, first
	}
	v := lint.Violation{
		At: second.Start.At, Node: second,
		Message: fmt.Sprintf("the period begins on %s, before the period from %s ends on %s", second.Start.Value, first.Start.Value, first.End.Value),
		Related: []lint.Related{{At: first.End.At, Message: "the other period ends here"}},
	}
	if second.Start.Parsed == first.End.Parsed {
		v.Severity = lint.Info
		v.Message = fmt.Sprintf("the period begins on %s, the day on which the period from %s ends", second.Start.Value, first.Start.Value)
	}
	return v
}

// sameMeasure reports whether two periods both have targets or both actuals.
func sameMeasure(a, b *schema.Period) bool {
	return len(a.Targets) > 0 && len(b.Targets) > 0 || len(a.Actuals) > 0 && len(b.Actuals) > 0
}

// partlyOverlap reports whether periods share days while neither holds the other.
func partlyOverlap(a, b *schema.Period) bool {
	if b.Start.Parsed.Before(a.Start.Parsed) {
		a, b = b, a
	}
	return a.Start.Parsed.Before(b.Start.Parsed) && !b.Start.Parsed.After(a.End.Parsed) && a.End.Parsed.Before(b.End.Parsed)
}
