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
	for _, m := range values.All(before) {
		if c := category(m); had[c] && !has[c] {
			lost = append(lost, m)
			delete(had, c)
		}
	}
	return lost
}

func categories(i *schema.Indicator) map[string]bool {
	set := map[string]bool{}
	for _, m := range values.All(i) {
		if c := category(m); c != "" {
			set[c] = true
		}
	}
	return set
}

// splitGone tells a part that its indicator is not split by any more: one loss,
// however many values it has taken along.
func splitGone(before *schema.Measurement, place schema.Node) bool {
	after, _ := place.(*schema.Indicator)
	if period, ok := place.(*schema.Period); ok {
		after = period.Indicator()
	}
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
