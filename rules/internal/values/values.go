// Package values reads an indicator's numbers for the rules that compare them.
package values

import (
	"iter"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Part names what part of a total a measurement is: its dimensions and
// locations in a fixed order, "" for the total itself.
func Part(m *schema.Measurement) string {
	if !m.Disaggregated() {
		return ""
	}
	if len(m.Dimensions) == 1 && len(m.Locations) == 0 {
		return divided(m.Dimensions[0])
	}
	var parts []string
	for _, d := range m.Dimensions {
		if name := divided(d); name != "" {
			parts = append(parts, name)
		}
	}
	for _, l := range m.Locations {
		if ref := fold(l.Ref.Value); ref != "" {
			parts = append(parts, "@"+ref)
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, "\x00")
}

// divided names a dimension; "" where it says nothing.
func divided(d *schema.Dimension) string {
	category, value := fold(d.Category.Value), fold(d.Value.Value)
	if category == "" && value == "" {
		return ""
	}
	return category + "=" + value
}

func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// Total is the one measurement with a number that is no part of another; nil
// where there is none or several.
func Total(list []*schema.Measurement) *schema.Measurement {
	var total *schema.Measurement
	for _, m := range list {
		if Part(m) != "" || !m.Value.OK {
			continue
		}
		if total != nil {
			return nil
		}
		total = m
	}
	return total
}

// All yields the measurements of an indicator: baselines, then the targets and
// actuals of each period.
func All(i *schema.Indicator) iter.Seq[*schema.Measurement] {
	return func(yield func(*schema.Measurement) bool) {
		for _, m := range i.Baselines {
			if !yield(m) {
				return
			}
		}
		for _, p := range i.Periods {
			for _, m := range p.Targets {
				if !yield(m) {
					return
				}
			}
			for _, m := range p.Actuals {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// InTime lists the periods with two dates, the one that ends first first. The
// list may be the indicator's own.
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

// dated tells a period with two dates in their order.
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

// Text is the first narrative of a title, description or comment.
func Text(p *schema.Prose) string {
	if p == nil || len(p.Narratives) == 0 {
		return ""
	}
	return p.Narratives[0].Value
}
