package value

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// disjoint reports whether nobody and nothing is in two of the categories of an axis.
func (s sum) disjoint(a axis, categories []string) bool {
	switch a {
	case bySex:
		return once(categories, sexOf, noSex, otherSex)
	case byResidence:
		return once(categories, residenceOf, "")
	case byDisability:
		return len(categories) <= 2 && once(categories, withoutDisability)
	case byAge:
		ordered, ok := ageGroups(categories)
		for n := 1; n < len(ordered); n++ {
			ok = ok && ordered[n-1].to <= ordered[n].from
		}
		return ok
	}
	return (a == byLocation || places.MatchText(string(a))) && !s.nested(categories)
}

// once reports whether no two categories mean the same, but for some that say nothing.
func once[T comparable](categories []string, meaning func(string) T, nothing ...T) bool {
	seen := map[T]bool{}
	for _, c := range categories {
		m := meaning(c)
		if seen[m] && !slices.Contains(nothing, m) {
			return false
		}
		seen[m] = true
	}
	return true
}

// nested reports whether one of the places may lie in another, or be the whole.
func (s sum) nested(categories []string) bool {
	for n := 1; n < len(categories); n++ {
		if strings.HasPrefix(categories[n], categories[n-1]) { // in order: KE, KE-01
			return true
		}
	}
	total := s.total()
	return slices.ContainsFunc(s.parts, func(m *schema.Measurement) bool {
		v := m.Value.Parsed
		return v != 0 && (v == s.whole.Value.Parsed || len(s.parts) > 2 && v == total-v)
	})
}

// complete reports whether the categories of an axis surely are all that there are.
func complete(e *schema.Entry, a axis, categories []string) bool {
	has := func(is func(string) bool) bool { return slices.ContainsFunc(categories, is) }
	switch a {
	case bySex:
		return has(func(c string) bool { return sexOf(c) == female }) && has(func(c string) bool { return sexOf(c) == male })
	case byResidence:
		return has(func(c string) bool { return residenceOf(c) == "urban" }) && has(func(c string) bool { return residenceOf(c) == "rural" })
	case byDisability:
		return len(categories) == 2
	case byAge:
		ordered, ok := ageGroups(categories)
		ok = ok && ordered[len(ordered)-1].to == oldest
		for n := 1; n < len(ordered); n++ {
			ok = ok && ordered[n].from-ordered[n-1].to <= 1
		}
		return ok
	case byLocation:
		return len(e.Locations) > 1 && !slices.ContainsFunc(e.Locations, func(l *schema.Location) bool {
			return !slices.Contains(categories, strings.ToLower(strings.TrimSpace(l.Ref.Value)))
		})
	}
	return false
}

// ageGroups reads the age groups of an axis and orders them, false where one is no
// range of ages.
func ageGroups(categories []string) ([]ages, bool) {
	var list []ages
	for _, c := range categories {
		if sexOf(c) == otherSex {
			continue // unknown
		}
		group, ok := agesOf(c)
		if !ok {
			return nil, false
		}
		list = append(list, group)
	}
	slices.SortFunc(list, func(a, b ages) int {
		return int(min(max(12*(a.from-b.from), -1), 1))
	})
	return list, len(list) > 0
}
