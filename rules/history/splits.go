package history

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/schema"
)

// category names the part of a total, whatever its dimension is called; "" for
// the total.
func category(m *schema.Measurement) string {
	if !m.Disaggregated() {
		return ""
	}
	var parts []string
	for _, d := range m.Dimensions {
		parts = append(parts, strings.ToLower(trimmed(d.Value)))
	}
	for _, l := range m.Locations {
		parts = append(parts, "@"+strings.ToLower(trimmed(l.Ref)))
	}
	slices.Sort(parts)
	return strings.Join(parts, "\x00")
}

// lostSplits are the first measurements of each part by which an indicator was
// split and is not any more. As many parts under other names are a renaming.
func lostSplits(before, after *schema.Indicator) []*schema.Measurement {
	had, has := categories(before), categories(after)
	if len(has) >= len(had) {
		return nil
	}
	var lost []*schema.Measurement
	for m := range values.All(before) {
		if c := category(m); had[c] && !has[c] {
			lost = append(lost, m)
			delete(had, c)
		}
	}
	return lost
}

func categories(i *schema.Indicator) map[string]bool {
	set := map[string]bool{}
	for m := range values.All(i) {
		if c := category(m); c != "" {
			set[c] = true
		}
	}
	return set
}

// goneWith gives the parts of one baseline, target or actual that went together,
// in their order: those with a number of which neither the category nor the
// number stands at the place now.
func goneWith(before *schema.Measurement, place schema.Node) []*schema.Measurement {
	still, numbers := map[string]bool{}, map[float64]bool{0: false}
	for _, m := range named(place, before.Name()) {
		still[category(m)] = true
		if n, ok := values.Number(m); ok && m.Disaggregated() {
			numbers[n] = n != 0
		}
	}
	after := indicatorAt(place)
	for _, m := range lostSplits(before.Indicator(), after) {
		still[category(m)] = true // history/indicator-removed speaks of it
	}
	var list []*schema.Measurement
	for _, m := range named(before.Parent(), before.Name()) {
		if n, ok := values.Number(m); ok && m.Disaggregated() && !still[category(m)] && !numbers[n] {
			list = append(list, m)
		}
	}
	return list
}

// indicatorAt is the indicator of a place.
func indicatorAt(place schema.Node) *schema.Indicator {
	if period, ok := place.(*schema.Period); ok {
		return period.Indicator()
	}
	i, _ := place.(*schema.Indicator)
	return i
}

// splitGone tells a part that its indicator is not split by any more: one loss,
// however many values it has taken along.
func splitGone(before *schema.Measurement, place schema.Node) bool {
	after := indicatorAt(place)
	if after == nil || before.Indicator() == nil {
		return false
	}
	for _, m := range lostSplits(before.Indicator(), after) {
		if category(m) == category(before) {
			return true
		}
	}
	return false
}
