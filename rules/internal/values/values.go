// Package values reads an indicator's numbers for the rules that compare them.
package values

import (
	"cmp"
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

// Periods yields the periods of an entry.
func Periods(e *schema.Entry) iter.Seq[*schema.Period] {
	return func(yield func(*schema.Period) bool) {
		for i := range Indicators(e) {
			for _, p := range i.Periods {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// Actuals yields the actuals of an indicator.
func Actuals(i *schema.Indicator) iter.Seq[*schema.Measurement] {
	return func(yield func(*schema.Measurement) bool) {
		for _, p := range i.Periods {
			for _, a := range p.Actuals {
				if !yield(a) {
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
	return cmp.Or(a.End.Parsed.Compare(b.End.Parsed), a.Start.Parsed.Compare(b.Start.Parsed))
}

func ordered(periods []*schema.Period) bool {
	return !slices.ContainsFunc(periods, func(p *schema.Period) bool { return !dated(p) }) && slices.IsSortedFunc(periods, byTime)
}

// LatestActual returns the total of the last period that has one; nil where there is
// none.
func LatestActual(i *schema.Indicator) *schema.Measurement {
	for _, period := range slices.Backward(InTime(i)) {
		if m := Total(period.Actuals); m != nil {
			return m
		}
	}
	return nil
}

// Told yields the narratives that tell of what was reached: descriptions of the entry
// and its results, and comments on actuals.
func Told(e *schema.Entry) iter.Seq[*schema.Narrative] {
	return func(yield func(*schema.Narrative) bool) {
		stopped := func(p *schema.Prose) bool {
			return p != nil && slices.ContainsFunc(p.Narratives, func(n *schema.Narrative) bool { return !yield(n) })
		}
		if slices.ContainsFunc(e.Descriptions, stopped) {
			return
		}
		for _, r := range e.Results {
			if stopped(r.Description) {
				return
			}
			for _, i := range r.Indicators {
				for _, p := range i.Periods {
					if slices.ContainsFunc(p.Actuals, func(a *schema.Measurement) bool { return stopped(a.Comment) }) {
						return
					}
				}
			}
		}
	}
}
