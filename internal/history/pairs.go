package history

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Pairs calls visit for two entries and all that they hold, each node beside
// its earlier self, by what it is and says, never by its position. The one
// that is missing is nil; what it holds is not visited. Parents come before
// children.
func Pairs(before, after *schema.Entry, visit func(before, after schema.Node)) {
	v := visitor{visit}
	visit(before, after)
	v.prose(before.Title, after.Title)
	for _, c := range pairUp(before.Descriptions, after.Descriptions, typeAndText, descriptionType, proseText) {
		v.prose(c.before, c.after)
	}
	each(v, pairUp(before.OtherIdentifiers, after.OtherIdentifiers,
		func(o *schema.OtherIdentifier) string { return o.Type.Value + "\x00" + o.Ref.Value }), nil)
	each(v, pairUp(before.Dates, after.Dates,
		func(d *schema.ActivityDate) string { return d.Type.Value + "\x00" + day(d.Date) },
		func(d *schema.ActivityDate) string { return d.Type.Value }), nil)
	v.links(before.DocumentLinks, after.DocumentLinks)
	v.results(before.Results, after.Results)
}

type visitor struct {
	visit func(before, after schema.Node)
}

// each visits couples, and calls inside for those of which neither is missing.
func each[N interface {
	comparable
	schema.Node
}](v visitor, couples []couple[N], inside func(before, after N)) {
	var none N
	for _, c := range couples {
		switch {
		case c.before == none && c.after == none:
		case c.before == none:
			v.visit(nil, c.after)
		case c.after == none:
			v.visit(c.before, nil)
		default:
			v.visit(c.before, c.after)
			if inside != nil {
				inside(c.before, c.after)
			}
		}
	}
}

func (v visitor) prose(before, after *schema.Prose) {
	each(v, []couple[*schema.Prose]{{before, after}}, func(b, a *schema.Prose) {
		each(v, pairUp(b.Narratives, a.Narratives, languageAndText, language, narrativeText, only(b.Narratives, a.Narratives)), nil)
	})
}

func (v visitor) links(before, after []*schema.DocumentLink) {
	each(v, pairUp(before, after,
		func(l *schema.DocumentLink) string { return "url " + strings.TrimSpace(l.URL.Value) },
		func(l *schema.DocumentLink) string { return named("title ", proseText(l.Title)) }), nil)
}

func (v visitor) references(before, after []*schema.Reference) {
	each(v, pairUp(before, after,
		func(r *schema.Reference) string { return r.Vocabulary.Value + "\x00" + fold(r.Code.Value) },
		func(r *schema.Reference) string { return "vocabulary " + r.Vocabulary.Value }), nil)
}

// results visits results and their indicators. An indicator may have moved from
// one result to another.
func (v visitor) results(before, after []*schema.Result) {
	m := newPairing(before, after)
	m.byName(func(r *schema.Result) string { return named(titleOf(r.Title), valuesOfResult(r)) })
	// An output and an outcome may have the same title.
	m.byName(func(r *schema.Result) string { return named(titleOf(r.Title), r.Type.Value) })
	m.byName(func(r *schema.Result) string { return fold(titleOf(r.Title)) })
	m.byOwnName(func(r *schema.Result) string { return referenceNames(r.References) })
	m.byOwnName(indicatorTitles)
	m.byOwnName(indicatorReferences)
	m.byWords(resultWords)
	couples := m.couples()
	inside, moved := indicators(couples)
	for _, c := range couples {
		if c.after == nil && len(c.before.Indicators) > 0 && allMoved(c.before, moved) {
			continue // its indicators stand under another result
		}
		each(v, []couple[*schema.Result]{c}, func(b, a *schema.Result) {
			v.prose(b.Title, a.Title)
			v.prose(b.Description, a.Description)
			v.references(b.References, a.References)
			v.links(b.DocumentLinks, a.DocumentLinks)
			each(v, inside[a], v.indicator)
		})
	}
	for _, c := range couples {
		if c.before == nil {
			each(v, inside[c.after], v.indicator)
		}
	}
}

// indicators pairs the indicators of results: first within each couple, then
// what is left across all of them. It gives the couples under each current
// result, and the earlier indicators that moved.
func indicators(couples []couple[*schema.Result]) (under map[*schema.Result][]couple[*schema.Indicator], moved map[*schema.Indicator]bool) {
	under, moved = map[*schema.Result][]couple[*schema.Indicator]{}, map[*schema.Indicator]bool{}
	var gone, fresh []*schema.Indicator
	for _, c := range couples {
		switch {
		case c.before == nil:
			fresh = append(fresh, c.after.Indicators...)
			continue
		case c.after == nil:
			gone = append(gone, c.before.Indicators...)
			continue
		}
		m := newPairing(c.before.Indicators, c.after.Indicators)
		m.byName(func(i *schema.Indicator) string { return named(titleOf(i.Title), valuesOf(i)) })
		m.byName(func(i *schema.Indicator) string { return fold(titleOf(i.Title)) })
		m.byOwnName(func(i *schema.Indicator) string { return referenceNames(i.References) })
		m.byWords(indicatorWords)
		under[c.after] = m.couples()
		for _, i := range under[c.after] {
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
	m := newPairing(gone, fresh)
	m.byName(func(i *schema.Indicator) string { return named(titleOf(i.Title), valuesOf(i)) })
	m.byName(func(i *schema.Indicator) string { return fold(titleOf(i.Title)) })
	m.byOwnName(func(i *schema.Indicator) string { return referenceNames(i.References) })
	for _, c := range m.couples() {
		if c.before != nil && c.after != nil {
			origin[c.after], moved[c.before] = c.before, true
		}
	}
	for _, c := range couples {
		if c.after == nil {
			continue
		}
		list := under[c.after]
		if c.before == nil {
			for _, i := range c.after.Indicators {
				if origin[i] != nil {
					list = append(list, couple[*schema.Indicator]{after: i})
				}
			}
		}
		for n := range list {
			switch i := &list[n]; {
			case i.before == nil && origin[i.after] != nil:
				i.before = origin[i.after]
			case i.after == nil && moved[i.before]:
				i.before = nil
			}
		}
		under[c.after] = list
	}
	return under, moved
}

func allMoved(r *schema.Result, moved map[*schema.Indicator]bool) bool {
	for _, i := range r.Indicators {
		if !moved[i] {
			return false
		}
	}
	return true
}

func (v visitor) indicator(b, a *schema.Indicator) {
	v.prose(b.Title, a.Title)
	v.prose(b.Description, a.Description)
	v.references(b.References, a.References)
	v.links(b.DocumentLinks, a.DocumentLinks)
	v.measurements(b.Baselines, a.Baselines)
	each(v, pairUp(b.Periods, a.Periods, datesAndValues, dates, startAndValues, endAndValues), func(b, a *schema.Period) {
		v.measurements(b.Targets, a.Targets)
		v.measurements(b.Actuals, a.Actuals)
	})
}

func (v visitor) measurements(before, after []*schema.Measurement) {
	couples := withoutRenamed(pairUp(before, after, partAndValue, part, categories, valueOfPart))
	each(v, couples, func(b, a *schema.Measurement) {
		v.prose(b.Comment, a.Comment)
		v.links(b.DocumentLinks, a.DocumentLinks)
	})
}

// withoutRenamed leaves out the parts that came and went where they are as many
// and add up to the same: the categories are called otherwise.
func withoutRenamed(couples []couple[*schema.Measurement]) []couple[*schema.Measurement] {
	balance, sum := 0, 0.0
	for _, c := range couples {
		if m := c.before; c.after == nil && m.Disaggregated() {
			balance, sum = balance-1, sum-m.Value.Parsed
		}
		if m := c.after; c.before == nil && m.Disaggregated() {
			balance, sum = balance+1, sum+m.Value.Parsed
		}
	}
	if balance != 0 || sum < -rounding || sum > rounding {
		return couples
	}
	return slices.DeleteFunc(couples, func(c couple[*schema.Measurement]) bool {
		return c.before == nil && c.after.Disaggregated() || c.after == nil && c.before.Disaggregated()
	})
}

// rounding is how far sums may be apart.
const rounding = 1e-6
