package value

import (
	"fmt"
	"math"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DisaggregationMismatch reports women and men that don't add up.
var DisaggregationMismatch = &lint.Rule{
	ID:       "value/disaggregation-mismatch",
	Title:    "the parts of a figure do not add up to it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A total is given, and beside it the same figure for women and for men. If the two
don't make the total, one of the three is wrong, and a reader can't tell which.

Correct the figure that is wrong, or add the part that is missing (not known).
The rule compares a total with parts by sex, where there are both female and male
ones, at the same places and for counts only. Differences from rounding pass.`,
	Check: lint.Each(disaggregationMismatch),
}

func disaggregationMismatch(p *lint.Pass, i *schema.Indicator) {
	if i.Measure.Value != "1" {
		return
	}
	for _, period := range i.Periods {
		checkSum(p, period.Targets)
		checkSum(p, period.Actuals)
	}
	if len(i.Baselines) < 2 {
		return
	}
	byDate := map[string][]*schema.Measurement{}
	var order []string
	for _, b := range i.Baselines {
		key := b.Year.Value + " " + b.Date.Value
		if byDate[key] == nil {
			order = append(order, key)
		}
		byDate[key] = append(byDate[key], b)
	}
	for _, key := range order {
		checkSum(p, byDate[key])
	}
}

// checkSum compares each total with its parts by sex.
func checkSum(p *lint.Pass, list []*schema.Measurement) {
	if len(list) < 2 {
		return
	}
	for _, total := range list {
		if len(total.Dimensions) > 0 || !total.Value.OK {
			continue
		}
		parts, sum, whole := bySex(list, total)
		if !whole || math.Abs(sum-total.Value.Parsed) <= max(1, math.Abs(total.Value.Parsed)/200) {
			continue
		}
		v := lint.Violation{
			At:      total.Value.At,
			Node:    total,
			Message: fmt.Sprintf("the %s is %s, but its parts by sex make %g", total.Name(), total.Value.Value, round(sum)),
		}
		for _, part := range parts {
			v.Related = append(v.Related, lint.Related{At: part.Value.At, Message: strings.TrimSpace(part.Dimensions[0].Value.Value)})
		}
		p.Report(v)
	}
}

// bySex finds the parts of a total by sex alone: both sexes, each once, and
// numbers all of them.
func bySex(list []*schema.Measurement, total *schema.Measurement) (parts []*schema.Measurement, sum float64, whole bool) {
	var seen [sexes]bool
	for _, m := range list {
		if len(m.Dimensions) != 1 || locationRefs(m) != locationRefs(total) {
			continue
		}
		s := sexOf(m.Dimensions[0].Value.Value)
		if s == noSex {
			continue
		}
		if seen[s] || !m.Value.OK {
			return nil, 0, false
		}
		seen[s] = true
		parts = append(parts, m)
		sum += m.Value.Parsed
	}
	return parts, sum, seen[female] && seen[male]
}

func locationRefs(m *schema.Measurement) string {
	var refs []string
	for _, l := range m.Locations {
		refs = append(refs, l.Ref.Value)
	}
	return strings.Join(refs, " ")
}

// round removes the error of floating-point addition.
func round(f float64) float64 { return math.Round(f*1e6) / 1e6 }
