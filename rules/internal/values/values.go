// Package values reads an indicator's numbers for the rules that compare them.
package values

import (
	"iter"
	"slices"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Total returns the one measurement with a number that is no part of another; nil
// where there is none or several.
func Total(list []*schema.Measurement) *schema.Measurement {
	var total *schema.Measurement
	for _, m := range list {
		if describe.Part(m) != "" || !m.Value.OK {
			continue
		}
		if total != nil {
			return nil
		}
		total = m
	}
	return total
}

// Indicators yields the indicators of an entry.
func Indicators(e *schema.Entry) iter.Seq[*schema.Indicator] {
	return func(yield func(*schema.Indicator) bool) {
		for _, r := range e.Results {
			for _, i := range r.Indicators {
				if !yield(i) {
					return
				}
			}
		}
	}
}

// All yields the measurements of an indicator: baselines, then the targets and
// actuals of each period.
func All(i *schema.Indicator) iter.Seq[*schema.Measurement] {
	return func(yield func(*schema.Measurement) bool) {
		stopped := func(list []*schema.Measurement) bool {
			return slices.ContainsFunc(list, func(m *schema.Measurement) bool { return !yield(m) })
		}
		if stopped(i.Baselines) {
			return
		}
		for _, p := range i.Periods {
			if stopped(p.Targets) || stopped(p.Actuals) {
				return
			}
		}
	}
}

// InTime returns the periods with two dates in the order of their ends. The slice
// may be the indicator's own.
func InTime(i *schema.Indicator) []*schema.Period {
	if ordered(i.Periods) {
		return i.Periods
	}
	var list []*schema.Period
	for _, p := range i.Periods {
		if dated(p) {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, byTime)
	return list
}

// dated reports whether a period has two dates in their order.
func dated(p *schema.Period) bool {
	return p.Start.OK && p.End.OK && !p.End.Parsed.Before(p.Start.Parsed)
}

func byTime(a, b *schema.Period) int {
	if c := a.End.Parsed.Compare(b.End.Parsed); c != 0 {
		return c
	}
	return a.Start.Parsed.Compare(b.Start.Parsed)
}

func ordered(periods []*schema.Period) bool {
	for i, p := range periods {
		if !dated(p) || i > 0 && byTime(periods[i-1], p) > 0 {
			return false
		}
	}
	return true
}
