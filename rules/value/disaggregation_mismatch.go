package value

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// DisaggregationMismatch reports parts that don't add up.
var DisaggregationMismatch = &lint.Rule{
	ID:       "value/disaggregation-mismatch",
	Title:    "the parts of a figure do not add up to it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A total is given, and beside it the same figure for women and for men, for places,
or for women by age. If the parts don't make the total, one of them is wrong, and a
reader can't tell which.

Correct the figure that is wrong, or add the part that is missing (not known).
Reported once per figure and period, for counts only: averages, rates, scores and
prices don't add up, nor does what lies between its parts. Where parts may overlap the
rule is silent, unless the same parts add up elsewhere in the indicator; where some
may be missing too, or an info if they make most of the total. Differences from
rounding pass.`,
	Check: lint.Each(disaggregationMismatch),
}

func disaggregationMismatch(p *lint.Pass, i *schema.Indicator) {
	if i.Measure.Value != "1" || !anyDisaggregated(i) {
		return
	}
	var perList [][]sum
	proven := map[string]bool{} // by key: the parts that add up somewhere
	for _, list := range simultaneous(i) {
		sums := sumsOf(list)
		if len(sums) == 0 {
			continue
		}
		perList = append(perList, sums)
		for _, s := range sums {
			if s.whole.Value.Parsed != 0 && s.addsUp() {
				proven[s.key()] = true
			}
		}
	}
	if len(perList) == 0 || values.Average(i) {
		return
	}
	misread := values.MisreadingsOf(p.Env, p.Entry)
	people := values.CountsPeople(i)
	for _, sums := range perList {
		var wrong []sum
		worst := lint.Severity(0)
		for _, s := range sums {
			severity := s.judged(p.Entry, people, proven[s.key()])
			if severity == 0 || misread.Has(s.whole) || misread.Has(s.parts...) {
				continue
			}
			if severity > worst {
				wrong, worst = nil, severity
			}
			if severity == worst {
				wrong = append(wrong, s)
			}
		}
		if len(wrong) > 0 {
			reportSum(p, wrong[0], worst, len(wrong)-1)
		}
	}
}

func anyDisaggregated(i *schema.Indicator) bool {
	for m := range values.All(i) {
		if m.Disaggregated() {
			return true
		}
	}
	return false
}

func reportSum(p *lint.Pass, s sum, severity lint.Severity, others int) {
	of := ""
	if splits := describe.Splits(s.whole, "location"); len(splits) > 0 {
		of = " for " + strings.Join(splits, ", ")
	}
	v := lint.Violation{
		At:       s.whole.Value.At,
		Node:     s.whole,
		Severity: severity,
		Message: fmt.Sprintf("the %s%s is %s, but its parts by %s make %g", s.whole.Name(), of, s.whole.Value.Value, s.by(), round(s.total())) +
			phrase.Others(others, "sum", "this figure"),
	}
	const mostPlaces = 10
	for n, part := range s.parts[:min(len(s.parts), mostPlaces)] {
		v.Related = append(v.Related, lint.Related{At: part.Value.At, Message: phrase.Collapse(strings.Join(valuesOf(s.splits[n]), ", "))})
	}
	p.Report(v)
}

// simultaneous returns the measurements of an indicator that are about the same time:
// targets and actuals of the same days, baselines of the same date.
func simultaneous(i *schema.Indicator) [][]*schema.Measurement {
	var lists [][]*schema.Measurement
	type time struct {
		name, from, to string
		undated        *schema.Period
	}
	at := map[time]int{}
	for m := range values.All(i) {
		key := time{name: m.Name(), from: m.Year.Value, to: m.Date.Value}
		if period := m.Period(); period != nil {
			key.from, key.to = period.Start.Value, period.End.Value
			if key.from+key.to == "" {
				key.undated = period
			}
		}
		n, known := at[key]
		if !known {
			n = len(lists)
			at[key] = n
			lists = append(lists, nil)
		}
		lists[n] = append(lists[n], m)
	}
	return lists
}

// sum is a figure with its parts along one axis or several.
type sum struct {
	whole  *schema.Measurement
	axes   []axis
	parts  []*schema.Measurement
	splits [][]split // of each part, those that the whole doesn't have
}

// mostSplits bounds in how many ways a figure can be a part.
const mostSplits = 4

// sumsOf finds the figures that have parts beside them: the total and women and men,
// women and women by age. Parts are numbers all of them, each given once.
func sumsOf(list []*schema.Measurement) []sum {
	if len(list) < 3 {
		return nil // a figure and two parts
	}
	wholes, splits := map[string]*schema.Measurement{}, make([][]split, len(list))
	for n, m := range list {
		splits[n] = splitsOf(m)
		if key := keyOf(splits[n]); wholes[key] == nil {
			wholes[key] = m
		} else if wholes[key].Value.Value != m.Value.Value {
			return nil // period/conflicting
		}
	}
	at, seen := map[string]int{}, map[string]bool{}
	var sums []sum
	for n, m := range list {
		if len(splits[n]) > mostSplits {
			continue
		}
		for some := 1; some < 1<<len(splits[n]); some++ {
			rest, own, axes := divide(splits[n], some)
			whole := wholes[keyOf(rest)]
			if whole == nil {
				continue
			}
			key := keyOf(rest) + "\x00" + strings.Join(names(axes), "\x00")
			k, known := at[key]
			if !known {
				k = len(sums)
				at[key] = k
				sums = append(sums, sum{whole: whole, axes: axes})
			}
			if part := keyOf(rest) + "\x00" + keyOf(own); !seen[part] {
				seen[part] = true
				s := &sums[k]
				s.parts, s.splits = append(s.parts, m), append(s.splits, own)
			}
		}
	}
	return slices.DeleteFunc(sums, func(s sum) bool {
		return len(s.parts) < 2 || slices.ContainsFunc(append(s.parts, s.whole), func(m *schema.Measurement) bool { return !m.Value.OK })
	})
}

// divide divides splits into those whose bits are set and the rest.
func divide(splits []split, bits int) (rest, own []split, axes []axis) {
	for n, s := range splits {
		if bits>>n&1 == 0 {
			rest = append(rest, s)
			continue
		}
		own, axes = append(own, s), append(axes, s.axis)
	}
	return rest, own, axes
}

func (s sum) total() (total float64) {
	for _, m := range s.parts {
		total += m.Value.Parsed
	}
	return total
}

// addsUp reports whether the parts make the whole, but for rounding.
func (s sum) addsUp() bool {
	whole := s.whole.Value.Parsed
	return math.Abs(s.total()-whole) <= max(1, math.Abs(whole)/200)
}

// key is the same for the same parts of the same whole in another period.
func (s sum) key() string {
	parts := slices.Clone(s.splits)
	slices.SortFunc(parts, func(a, b []split) int { return strings.Compare(keyOf(a), keyOf(b)) })
	key := keyOf(splitsOf(s.whole))
	for _, part := range parts {
		key += "\x00" + keyOf(part)
	}
	return key
}

// keyOf is the same for the same categories.
func keyOf(splits []split) string {
	var parts []string
	for _, s := range splits {
		parts = append(parts, string(s.axis), s.value)
	}
	return strings.Join(parts, "\x00")
}

// judged returns how severe it is that the parts don't make the whole, 0 if they do or
// need not. proven says that the same parts make it elsewhere.
func (s sum) judged(e *schema.Entry, people, proven bool) lint.Severity {
	if s.addsUp() {
		return 0
	}
	whole, total, least, most := s.whole.Value.Parsed, s.total(), math.Inf(1), math.Inf(-1)
	for _, m := range s.parts {
		least, most = min(least, m.Value.Parsed), max(most, m.Value.Parsed)
	}
	isComplete := func(a axis, categories []string) bool { return complete(e, a, categories) }
	switch {
	case proven:
		return lint.Warning
	case !people && least <= whole && whole <= most, !s.all(s.disjoint):
		return 0
	case total > whole, s.fullGrid() && s.all(isComplete):
		return lint.Warning
	case s.fullGrid() && total >= whole*2/3:
		return lint.Info
	}
	return 0
}

// all reports whether something holds for the categories of each axis.
func (s sum) all(holds func(axis, []string) bool) bool {
	for n, a := range s.axes {
		if !holds(a, s.categories(n)) {
			return false
		}
	}
	return true
}

// categories returns those of the parts along axis n, each once, in order.
func (s sum) categories(n int) []string {
	var list []string
	for _, own := range s.splits {
		list = append(list, own[n].value)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// fullGrid reports whether there is a part for each combination of categories, two
// or more along each axis.
func (s sum) fullGrid() bool {
	cells := 1
	for n := range s.axes {
		count := len(s.categories(n))
		if count < 2 {
			return false
		}
		cells *= count
	}
	return cells == len(s.parts)
}

// by names the axes: "sex and age".
func (s sum) by() string {
	return strings.Join(names(s.axes), " and ")
}

func names(axes []axis) []string {
	var list []string
	for _, a := range axes {
		list = append(list, cmp.Or(string(a), "dimension"))
	}
	return list
}

func valuesOf(splits []split) (list []string) {
	for _, s := range splits {
		list = append(list, s.value)
	}
	return list
}

// round removes the error of floating-point addition.
func round(f float64) float64 { return math.Round(f*1e6) / 1e6 }
