package compare

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Visit is called for a node and its counterpart. before is nil for what is new,
// after for what is gone; not both. current is after; for what is gone, the node
// that would hold it.
type Visit func(before, after, current schema.Node)

// Pairs calls visit for two entries and all that they hold, each node with its
// counterpart, which is found by what it is and says, never by its position.
// Parents are visited before their children; what a node holds that is new or gone
// is not visited.
func Pairs(before, after *schema.Entry, visit Visit) {
	w := walker{visit: visit}
	w.entry(before, after)
}

// allPairs is Pairs for a list of all differences. It visits organisations,
// related activities, locations, the texts of document links, the indicators of a
// result that is new or gone (current is that result) and the renamed parts of
// totals as well, and leaves no narrative alone while there is another.
func allPairs(before, after *schema.Entry, visit Visit) {
	w := walker{visit: visit, all: true, renamed: map[schema.Node]*renamedParts{}}
	w.unordered(before, after)
	w.entry(before, after)
	w.renamedParts(after)
	for _, r := range w.emptied {
		visit(r, nil, after)
	}
}

// walker visits the pairs of two entries.
type walker struct {
	visit   Visit
	all     bool // as allPairs does
	renamed map[schema.Node]*renamedParts
	emptied []*schema.Result // gone, but all of their indicators have moved
}

// renamedParts are the measurements of an indicator or period that withoutRenamed
// leaves out.
type renamedParts struct{ before, after []*schema.Measurement }

func (w *walker) entry(before, after *schema.Entry) {
	w.visit(before, after, after)
	w.prose(after, before.Title, after.Title)
	for _, p := range pairUp(before.Descriptions, after.Descriptions, typeAndText, descriptionType, proseText) {
		w.prose(after, p.before, p.after)
	}
	each(w, after, pairUp(before.OtherIdentifiers, after.OtherIdentifiers,
		func(o *schema.OtherIdentifier) string { return o.Type.Value + "\x00" + o.Ref.Value }), nil)
	each(w, after, pairUp(before.Dates, after.Dates,
		func(d *schema.ActivityDate) string { return d.Type.Value + "\x00" + describe.Day(d.Date) },
		func(d *schema.ActivityDate) string { return d.Type.Value }), nil)
	w.links(after, before.DocumentLinks, after.DocumentLinks)
	w.results(before, after)
}

// unordered visits nodes that have one value each and no order. An organisation
// stays the same by its reference.
func (w *walker) unordered(before, after *schema.Entry) {
	each(w, after, pairUp(one(before.ReportingOrg), one(after.ReportingOrg), labelAndValue, organisationRef), nil)
	each(w, after, pairUp(before.ParticipatingOrgs, after.ParticipatingOrgs, labelAndValue, organisationRef), nil)
	each(w, after, pairUp(before.RelatedActivities, after.RelatedActivities, labelAndValue), nil)
	each(w, after, pairUp(before.Locations, after.Locations, labelAndValue), nil)
}

func one(o *schema.Organisation) []*schema.Organisation {
	if o == nil {
		return nil
	}
	return []*schema.Organisation{o}
}

// each visits pairs, and calls inside for those of which neither is missing.
// holder is the current node that holds them.
func each[N interface {
	comparable
	schema.Node
}](w *walker, holder schema.Node, pairs []pair[N], inside func(before, after N)) {
	var none N
	for _, p := range pairs {
		switch {
		case p.before == none && p.after == none:
		case p.before == none:
			w.visit(nil, p.after, p.after)
		case p.after == none:
			w.visit(p.before, nil, holder)
		default:
			w.visit(p.before, p.after, p.after)
			if inside != nil {
				inside(p.before, p.after)
			}
		}
	}
}

func (w *walker) prose(holder schema.Node, before, after *schema.Prose) {
	each(w, holder, []pair[*schema.Prose]{{before, after}}, func(b, a *schema.Prose) {
		if w.all {
			each(w, a, pairUp(b.Narratives, a.Narratives, languageAndWords, language, anyNarrative), nil)
		} else {
			each(w, a, pairUp(b.Narratives, a.Narratives, languageAndText, language, narrativeText, soleNarrative(b.Narratives, a.Narratives)), nil)
		}
	})
}

func (w *walker) links(holder schema.Node, before, after []*schema.DocumentLink) {
	for _, p := range pairUp(before, after,
		func(l *schema.DocumentLink) string { return "url " + strings.TrimSpace(l.URL.Value) },
		func(l *schema.DocumentLink) string { return named("title ", proseText(l.Title)) }) {
		if w.all && p.before != nil && p.after != nil { // reports list the texts of a document first
			w.prose(p.after, p.before.Title, p.after.Title)
			w.prose(p.after, p.before.Description, p.after.Description)
		}
		each(w, holder, []pair[*schema.DocumentLink]{p}, nil)
	}
}

func (w *walker) references(holder schema.Node, before, after []*schema.Reference) {
	each(w, holder, pairUp(before, after,
		func(r *schema.Reference) string { return r.Vocabulary.Value + "\x00" + describe.Fold(r.Code.Value) },
		func(r *schema.Reference) string { return "vocabulary " + r.Vocabulary.Value }), nil)
}

// results visits results and their indicators. An indicator may have moved from
// one result to another.
func (w *walker) results(before, after *schema.Entry) {
	results := pairResults(before.Results, after.Results)
	indicators, moved := pairIndicators(results)
	for _, p := range results {
		if p.after == nil && len(p.before.Indicators) > 0 && allMoved(p.before, moved) {
			w.emptied = append(w.emptied, p.before)
			continue // other results have its indicators
		}
		each(w, after, []pair[*schema.Result]{p}, func(b, a *schema.Result) {
			w.prose(a, b.Title, a.Title)
			w.prose(a, b.Description, a.Description)
			w.references(a, b.References, a.References)
			w.links(a, b.DocumentLinks, a.DocumentLinks)
			each(w, a, indicators[a], w.indicator)
		})
		if w.all {
			w.unpaired(p, moved)
		}
	}
	for _, p := range results {
		if p.before == nil {
			each(w, p.after, indicators[p.after], w.indicator)
		}
	}
}

// unpaired visits the indicators that are new or gone with their result.
func (w *walker) unpaired(p pair[*schema.Result], moved map[*schema.Indicator]bool) {
	if p.before != nil && p.after != nil {
		return
	}
	stayed := func(r *schema.Result) []*schema.Indicator {
		if r == nil {
			return nil
		}
		return slices.DeleteFunc(slices.Clone(r.Indicators), func(i *schema.Indicator) bool { return moved[i] })
	}
	each(w, p.before, pairUp(stayed(p.before), stayed(p.after)), nil)
}

func allMoved(r *schema.Result, moved map[*schema.Indicator]bool) bool {
	return !slices.ContainsFunc(r.Indicators, func(i *schema.Indicator) bool { return !moved[i] })
}

func (w *walker) indicator(b, a *schema.Indicator) {
	w.prose(a, b.Title, a.Title)
	w.prose(a, b.Description, a.Description)
	w.references(a, b.References, a.References)
	w.links(a, b.DocumentLinks, a.DocumentLinks)
	w.measurements(a, b.Baselines, a.Baselines)
	each(w, a, pairUp(b.Periods, a.Periods, datesAndValues, dates, startAndValues, endAndValues), func(b, a *schema.Period) {
		w.measurements(a, b.Targets, a.Targets)
		w.measurements(a, b.Actuals, a.Actuals)
	})
}

func (w *walker) measurements(holder schema.Node, before, after []*schema.Measurement) {
	pairs, renamed := withoutRenamed(pairUp(before, after, partAndValue, part, categories, valueOfPart))
	each(w, holder, pairs, func(b, a *schema.Measurement) {
		w.prose(a, b.Comment, a.Comment)
		w.links(a, b.DocumentLinks, a.DocumentLinks)
	})
	if !w.all || len(renamed) == 0 {
		return
	}
	r := w.renamed[holder]
	if r == nil {
		r = new(renamedParts)
		w.renamed[holder] = r
	}
	for _, p := range renamed {
		if p.before != nil {
			r.before = append(r.before, p.before)
		} else {
			r.after = append(r.after, p.after)
		}
	}
}

// renamedParts visits the parts of totals that were renamed, each with one of its
// value.
func (w *walker) renamedParts(after *schema.Entry) {
	if len(w.renamed) == 0 {
		return
	}
	schema.Walk(after, func(n schema.Node) {
		if r := w.renamed[n]; r != nil {
			each(w, n, pairUp(r.before, r.after, nameAndValue), func(b, a *schema.Measurement) { w.prose(a, b.Comment, a.Comment) })
		}
	})
}
