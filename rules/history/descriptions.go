package history

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// droppedDescriptions are the descriptions that the results, or the indicators, of
// an entry had, where not one of them has any more: a column that a system left out.
type droppedDescriptions struct {
	count int
	first *schema.Narrative
}

// dropped holds the dropped descriptions of an entry.
type dropped struct{ results, indicators droppedDescriptions }

// droppedFrom returns the descriptions that the entry at hand dropped.
func droppedFrom(p *lint.Pass) dropped {
	return lint.OfEntry(p.Env, "history/dropped", p.Entry, func() dropped {
		results, indicators := descriptions(p.Earlier)
		nowResults, nowIndicators := descriptions(p.Entry)
		return dropped{compareDescriptions(p, results, nowResults), compareDescriptions(p, indicators, nowIndicators)}
	})
}

// descriptions returns those of an entry's results and of its indicators.
func descriptions(e *schema.Entry) (results, indicators []*schema.Narrative) {
	first := func(list []*schema.Narrative, p *schema.Prose) []*schema.Narrative {
		return append(list, narratives(p)[:min(len(narratives(p)), 1)]...)
	}
	for _, r := range e.Results {
		results = first(results, r.Description)
	}
	for i := range values.Indicators(e) {
		indicators = first(indicators, i.Description)
	}
	return results, indicators
}

func compareDescriptions(p *lint.Pass, before, after []*schema.Narrative) droppedDescriptions {
	var d droppedDescriptions
	if len(after) > 0 {
		return d
	}
	for _, n := range before {
		if !prose.Written(p.Env, n) || foundInDescriptions(p, n.Value) {
			continue
		}
		if d.count++; d.count == 1 {
			d.first = n
		}
	}
	return d
}

// several reports whether more than one is gone: a single one is reported at its
// place.
func (d droppedDescriptions) several() bool { return d.count > 1 }

// descriptionsGone reports the descriptions that an entry dropped as one violation.
func descriptionsGone(p *lint.Pass, _, after *schema.Entry) {
	d := droppedFrom(p)
	if len(after.Results) > 0 {
		d.results.report(p, after, "results")
	}
	for range values.Indicators(after) {
		d.indicators.report(p, after, "indicators")
		break
	}
}

func (d droppedDescriptions) report(p *lint.Pass, after *schema.Entry, noun string) {
	if !d.several() {
		return
	}
	report(p, lint.Violation{
		Node:     after,
		Message:  fmt.Sprintf("the descriptions of all %s are gone, %d of them; the first was %s", noun, d.count, quoted(d.first.Value)),
		Severity: lint.Error,
	}, earlierValue{at: d.first.At, text: d.first.Value}, "")
}
