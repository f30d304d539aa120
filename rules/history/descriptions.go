package history

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// dropped are the descriptions that an entry's results, or its indicators, had
// and have no more, not one of them: a column that a system left out.
type dropped struct {
	count int
	first *schema.Narrative
}

// droppedOf finds what the entry at hand dropped, once an entry.
func droppedOf(p *lint.Pass) (ofResults, ofIndicators dropped) {
	type found struct {
		before, after           *schema.Entry
		index                   int
		ofResults, ofIndicators dropped
	}
	last, _ := p.Env.Local("history/dropped", func() any { return &found{} }).(*found)
	if last.before != p.Earlier || last.after != p.Entry || last.index != p.Entry.Index || p.Node == p.Entry {
		*last = found{before: p.Earlier, after: p.Entry, index: p.Entry.Index}
		last.ofResults = droppedFrom(p, describedResults(p.Earlier), describedResults(p.Entry))
		last.ofIndicators = droppedFrom(p, describedIndicators(p.Earlier), describedIndicators(p.Entry))
	}
	return last.ofResults, last.ofIndicators
}

func droppedFrom(p *lint.Pass, before, after []*schema.Prose) dropped {
	var d dropped
	if len(after) > 0 {
		return d
	}
	for _, prose := range before {
		if !worthKeeping(p, prose.Narratives[0]) || toldElsewhere(p, describe.Text(prose)) {
			continue
		}
		if d.count++; d.count == 1 {
			d.first = prose.Narratives[0]
		}
	}
	return d
}

// all tells that more than one is gone: one is told of where it stood.
func (d dropped) all() bool { return d.count > 1 }

// descriptionsGone reports what an entry dropped, in place of each.
func descriptionsGone(p *lint.Pass, _, after *schema.Entry) {
	ofResults, ofIndicators := droppedOf(p)
	for _, of := range []struct {
		noun string
		dropped
		left bool
	}{
		{"results", ofResults, len(after.Results) > 0},
		{"indicators", ofIndicators, anyIndicator(after)},
	} {
		if of.all() && of.left {
			report(p, lint.Violation{
				Node:     after,
				Message:  fmt.Sprintf("the descriptions of all %s are gone, %d of them; the first was %s", of.noun, of.count, quoted(of.first.Value)),
				Severity: lint.Error,
			}, was{at: of.first.At, text: of.first.Value}, "")
		}
	}
}

func anyIndicator(e *schema.Entry) bool {
	for _, r := range e.Results {
		if len(r.Indicators) > 0 {
			return true
		}
	}
	return false
}

func describedResults(e *schema.Entry) []*schema.Prose {
	var list []*schema.Prose
	for _, r := range e.Results {
		list = described(list, r.Description)
	}
	return list
}

func describedIndicators(e *schema.Entry) []*schema.Prose {
	var list []*schema.Prose
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			list = described(list, i.Description)
		}
	}
	return list
}

func described(list []*schema.Prose, p *schema.Prose) []*schema.Prose {
	if p == nil || len(p.Narratives) == 0 {
		return list
	}
	return append(list, p)
}
