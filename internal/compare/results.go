package compare

import (
	"slices"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// pairResults pairs the results of two entries.
func pairResults(before, after []*schema.Result) []pair[*schema.Result] {
	title := func(r *schema.Result) string { return describe.Text(r.Title) }
	m := newPairing(before, after)
	m.byKey(func(r *schema.Result) string { return named(title(r), valuesOfResult(r)) })
	// An output and an outcome may have the same title.
	m.byKey(func(r *schema.Result) string { return named(title(r), r.Type.Value) })
	m.byKey(func(r *schema.Result) string { return describe.Fold(title(r)) })
	m.byUniqueKey(func(r *schema.Result) string { return referenceCodes(r.References) })
	m.byUniqueKey(indicatorTitles)
	m.byUniqueKey(indicatorReferences)
	m.byWords(resultWords)
	return m.pairs()
}

// pairIndicators pairs the indicators of results: first within each pair of
// results, then what is unpaired across all of them. It returns the pairs under
// each current result, and the earlier and current indicators that moved from one
// result to another.
func pairIndicators(results []pair[*schema.Result]) (under map[*schema.Result][]pair[*schema.Indicator], moved map[*schema.Indicator]bool) {
	under, moved = map[*schema.Result][]pair[*schema.Indicator]{}, map[*schema.Indicator]bool{}
	var gone, fresh []*schema.Indicator
	for _, r := range results {
		switch {
		case r.before == nil:
			fresh = append(fresh, r.after.Indicators...)
			continue
		case r.after == nil:
			gone = append(gone, r.before.Indicators...)
			continue
		}
		m := indicatorPairing(r.before.Indicators, r.after.Indicators)
		m.byWords(indicatorWords)
		under[r.after] = m.pairs()
		for _, i := range under[r.after] {
			switch {
			case i.before == nil:
				fresh = append(fresh, i.after)
			case i.after == nil:
				gone = append(gone, i.before)
			}
		}
	}
	if len(gone) == 0 || len(fresh) == 0 {
		return under, moved
	}
	origin := map[*schema.Indicator]*schema.Indicator{}
	for _, i := range indicatorPairing(gone, fresh).pairs() {
		if i.before != nil && i.after != nil {
			origin[i.after], moved[i.before], moved[i.after] = i.before, true, true
		}
	}
	for _, r := range results {
		switch {
		case r.after == nil:
			continue
		case r.before == nil:
			for _, i := range r.after.Indicators {
				if moved[i] {
					under[r.after] = append(under[r.after], pair[*schema.Indicator]{origin[i], i})
				}
			}
			continue
		}
		list := under[r.after]
		for n := range list {
			switch i := &list[n]; {
			case i.before == nil:
				i.before = origin[i.after]
			case i.after == nil && moved[i.before]:
				i.before = nil
			}
		}
	}
	return under, moved
}

// indicatorPairing pairs indicators by all but the words of their titles.
func indicatorPairing(before, after []*schema.Indicator) *pairing[*schema.Indicator] {
	title := func(i *schema.Indicator) string { return describe.Text(i.Title) }
	m := newPairing(before, after)
	m.byKey(func(i *schema.Indicator) string { return named(title(i), valuesOf(i)) })
	m.byKey(func(i *schema.Indicator) string { return describe.Fold(title(i)) })
	m.byUniqueKey(func(i *schema.Indicator) string { return referenceCodes(i.References) })
	return m
}

// withoutRenamed splits off the parts of a total that are new or gone where they
// are as many and add up to the same: their categories were renamed.
func withoutRenamed(pairs []pair[*schema.Measurement]) (others, renamed []pair[*schema.Measurement]) {
	balance, sum := 0, 0.0
	for _, p := range pairs {
		switch {
		case isPart(p.before) && p.after == nil:
			balance, sum = balance-1, sum-p.before.Value.Parsed
		case isPart(p.after) && p.before == nil:
			balance, sum = balance+1, sum+p.after.Value.Parsed
		}
	}
	if balance != 0 || sum < -rounding || sum > rounding {
		return pairs, nil
	}
	others = slices.DeleteFunc(pairs, func(p pair[*schema.Measurement]) bool {
		leave := p.before == nil && isPart(p.after) || p.after == nil && isPart(p.before)
		if leave {
			renamed = append(renamed, p)
		}
		return leave
	})
	return others, renamed
}

// rounding is how far sums may be apart.
const rounding = 1e-6

func isPart(m *schema.Measurement) bool { return m != nil && m.Disaggregated() }
