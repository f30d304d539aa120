package history

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// Pairs calls visit for two entries and all that they hold, each node beside
// its earlier self, by what it is and says, never by its position. The one
// that is missing is nil.
func Pairs(before, after *schema.Entry, visit func(before, after schema.Node)) {
	v := visitor{visit}
	visit(before, after)
	v.prose(before.Title, after.Title)
	keyed(v, before.Descriptions, after.Descriptions, func(p *schema.Prose) string { return p.Type.Value }, v.prose)
	keyed(v, before.OtherIdentifiers, after.OtherIdentifiers,
		func(o *schema.OtherIdentifier) string { return o.Type.Value + "\x00" + o.Ref.Value }, nil)
	keyed(v, before.Dates, after.Dates, func(d *schema.ActivityDate) string { return d.Type.Value }, nil)
	v.links(before.DocumentLinks, after.DocumentLinks)
	v.results(before.Results, after.Results)
}

type visitor struct {
	visit func(before, after schema.Node)
}

// keyed pairs nodes with the same key, in their order where a key is repeated.
// inside is called for each pair in place of visit, if it is not nil.
func keyed[N schema.Node](v visitor, before, after []N, key func(N) string, inside func(before, after N)) {
	var none N
	if inside == nil {
		inside = func(b, a N) { v.pair(b, a, any(b) == any(none), any(a) == any(none)) }
	}
	earlier := map[string][]N{}
	for _, b := range before {
		earlier[key(b)] = append(earlier[key(b)], b)
	}
	for _, a := range after {
		k := key(a)
		if list := earlier[k]; len(list) > 0 {
			inside(list[0], a)
			earlier[k] = list[1:]
			continue
		}
		inside(none, a)
	}
	for _, b := range before {
		k := key(b)
		if list := earlier[k]; len(list) > 0 && any(list[0]) == any(b) {
			inside(b, none)
			earlier[k] = list[1:]
		}
	}
}

// pair visits two nodes, either of which may be missing.
func (v visitor) pair(before, after schema.Node, gone, fresh bool) {
	switch {
	case gone && fresh:
	case gone:
		v.visit(nil, after)
	case fresh:
		v.visit(before, nil)
	default:
		v.visit(before, after)
	}
}

func (v visitor) prose(before, after *schema.Prose) {
	v.pair(before, after, before == nil, after == nil)
	keyed(v, narratives(before), narratives(after), func(n *schema.Narrative) string { return n.Lang }, nil)
}

func narratives(p *schema.Prose) []*schema.Narrative {
	if p == nil {
		return nil
	}
	return p.Narratives
}

func (v visitor) links(before, after []*schema.DocumentLink) {
	keyed(v, before, after, func(l *schema.DocumentLink) string { return l.URL.Value }, nil)
}

func (v visitor) references(before, after []*schema.Reference) {
	keyed(v, before, after, func(r *schema.Reference) string { return r.Vocabulary.Value + "\x00" + r.Code.Value }, nil)
}

func (v visitor) results(before, after []*schema.Result) {
	like(before, after, resultKey, resultWords, func(b, a *schema.Result) {
		v.pair(b, a, b == nil, a == nil)
		if b == nil || a == nil {
			return // what went or came with it goes without saying
		}
		v.prose(b.Title, a.Title)
		v.prose(b.Description, a.Description)
		v.references(b.References, a.References)
		v.links(b.DocumentLinks, a.DocumentLinks)
		v.indicators(b.Indicators, a.Indicators)
	})
}

func (v visitor) indicators(before, after []*schema.Indicator) {
	like(before, after, indicatorKey, indicatorWords, func(b, a *schema.Indicator) {
		v.pair(b, a, b == nil, a == nil)
		if b == nil || a == nil {
			return
		}
		v.prose(b.Title, a.Title)
		v.prose(b.Description, a.Description)
		v.references(b.References, a.References)
		v.links(b.DocumentLinks, a.DocumentLinks)
		v.measurements(b.Baselines, a.Baselines)
		v.periods(b.Periods, a.Periods)
	})
}

func (v visitor) periods(before, after []*schema.Period) {
	keyed(v, before, after, func(p *schema.Period) string { return day(p.Start) + "\x00" + day(p.End) },
		func(b, a *schema.Period) {
			v.pair(b, a, b == nil, a == nil)
			if b == nil || a == nil {
				return
			}
			v.measurements(b.Targets, a.Targets)
			v.measurements(b.Actuals, a.Actuals)
		})
}

// day is a date as it counts, however it is written.
func day(f schema.Field[schema.Date]) string {
	if f.OK {
		return f.Parsed.String()
	}
	return strings.TrimSpace(f.Value)
}

func (v visitor) measurements(before, after []*schema.Measurement) {
	keyed(v, before, after, partOf, func(b, a *schema.Measurement) {
		v.pair(b, a, b == nil, a == nil)
		if b == nil || a == nil {
			return
		}
		v.prose(b.Comment, a.Comment)
		v.links(b.DocumentLinks, a.DocumentLinks)
	})
}

// partOf names the part of a total that a measurement is: its dimensions and
// locations, in alphabetical order.
func partOf(m *schema.Measurement) string {
	var parts []string
	for _, d := range m.Dimensions {
		parts = append(parts, "d"+fold(d.Category.Value)+"="+fold(d.Value.Value))
	}
	for _, l := range m.Locations {
		parts = append(parts, "l"+strings.TrimSpace(l.Ref.Value))
	}
	slices.Sort(parts)
	return strings.Join(parts, "\x00")
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// An output and an outcome may have the same title.
func resultKey(r *schema.Result) string { return fold(titleOf(r.Title)) + "\x00" + r.Type.Value }

func indicatorKey(i *schema.Indicator) string { return fold(titleOf(i.Title)) }

func resultWords(r *schema.Result) []uint64 {
	words := wordsOf(nil, r.Title)
	for _, i := range r.Indicators {
		words = wordsOf(words, i.Title)
	}
	return words
}

func indicatorWords(i *schema.Indicator) []uint64 { return wordsOf(nil, i.Title) }

func wordsOf(dst []uint64, p *schema.Prose) []uint64 {
	for _, n := range narratives(p) {
		dst = text.Analyse(n.Value, n.Lang).Shingles(dst, 1, true)
	}
	return dst
}
