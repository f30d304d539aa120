package history

import (
	"slices"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// lostSplits returns the first measurement of each category by which an indicator
// is no longer split. As many categories under other names are a renaming.
func lostSplits(before, after *schema.Indicator) []*schema.Measurement {
	had, has := categories(before), categories(after)
	if len(has) >= len(had) {
		return nil
	}
	var lost []*schema.Measurement
	for m := range values.All(before) {
		if c := describe.Category(m); had[c] && !has[c] {
			lost = append(lost, m)
			delete(had, c)
		}
	}
	return lost
}

func categories(i *schema.Indicator) map[string]bool {
	set := map[string]bool{}
	for m := range values.All(i) {
		if c := describe.Category(m); c != "" {
			set[c] = true
		}
	}
	return set
}

// goneWith returns the parts of one baseline, target or actual that are gone
// together, in their order: those with a number of which place has neither the
// category nor the number now.
func goneWith(before *schema.Measurement, place schema.Node) []*schema.Measurement {
	still, numbers := map[string]bool{}, map[float64]bool{0: false}
	for _, m := range measurements(place, before.Name()) {
		still[describe.Category(m)] = true
		if n, ok := values.Number(m); ok && m.Disaggregated() {
			numbers[n] = n != 0
		}
	}
	after := indicatorAt(place)
	for _, m := range lostSplits(before.Indicator(), after) {
		still[describe.Category(m)] = true // reported by history/indicator-removed
	}
	var list []*schema.Measurement
	for _, m := range measurements(before.Parent(), before.Name()) {
		if n, ok := values.Number(m); ok && m.Disaggregated() && !still[describe.Category(m)] && !numbers[n] {
			list = append(list, m)
		}
	}
	return list
}

// indicatorAt returns the indicator of a place.
func indicatorAt(place schema.Node) *schema.Indicator {
	if period, ok := place.(*schema.Period); ok {
		return period.Indicator()
	}
	i, _ := place.(*schema.Indicator)
	return i
}

// splitGone reports whether the indicator is no longer split by the category of a
// measurement: one loss, however many values are gone with it.
func splitGone(before *schema.Measurement, place schema.Node) bool {
	after := indicatorAt(place)
	if after == nil || before.Indicator() == nil {
		return false
	}
	return slices.ContainsFunc(lostSplits(before.Indicator(), after), func(m *schema.Measurement) bool {
		return describe.Category(m) == describe.Category(before)
	})
}
