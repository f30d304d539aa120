package value

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// AmbiguousNumber reports 38.400 people, who are 38400.
var AmbiguousNumber = &lint.Rule{
	ID:       "value/ambiguous-number",
	Title:    "a number may be a thousand or one: 1.000 with a full stop as separator",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
1.000 is one to a program and a thousand to half of the world. Where people are
counted, where the narrative gives the same figure as 38,400, or where other values of the indicator
are whole numbers of that size, 38.400 has the thousands separator of another
language, and is read a thousand times too small. So it is where the submission
writes 1,000 elsewhere. Three decimals that are meant, such as 1.125 litres, pass.

Write a thousand as 1000, without a separator. Reported once per entry; where only
commas elsewhere show it, once per submission.`,
	Check: lint.Also(lint.Each(misread), lint.Collect(separatedFigures, ambiguous)),
}

func misread(p *lint.Pass, e *schema.Entry) {
	list := values.MisreadingsOf(p.Env, e).List
	first := slices.IndexFunc(list, func(x values.Misread) bool { return x.Witness != "" })
	if first < 0 {
		return
	}
	x := list[first]
	written := strings.TrimSpace(x.Value.Value.Value)
	v := lint.Violation{
		At: x.Value.Value.At, Node: x.Value,
		Message: fmt.Sprintf("the %s %s may be meant as %s: %s", x.Value.Name(), written, x.Meant, x.Witness) + phrase.Others(len(list)-1, "value", "this entry"),
		Hint:    fmt.Sprintf("write %s if that is meant, %g if not", x.Meant, x.Value.Value.Parsed),
		Related: []lint.Related{{At: x.At, Message: "what shows it"}},
	}
	const mostPlaces = 5
	for _, other := range list[:min(len(list), mostPlaces)] {
		if other.Value != x.Value {
			v.Related = append(v.Related, lint.Related{At: other.Value.Value.At, Message: "may be meant as " + other.Meant})
		}
	}
	p.Report(v)
}

// figure is a number whose separator may be one of thousands.
type figure struct {
	Written string
	Point   bool
	Place   lint.Place
}

func separatedFigures(p *lint.Pass, e *schema.Entry) []figure {
	var found []figure
	seen := map[bool]bool{}
	for m := range lint.Nodes[*schema.Measurement](p) {
		if !m.Value.Present() {
			continue
		}
		value := strings.TrimSpace(m.Value.Value)
		point := m.Value.OK && values.Thousands(value, '.')
		if !point && !values.Thousands(value, ',') || seen[point] || point && values.MisreadingsOf(p.Env, e).Has(m) {
			continue // the first of each kind will do
		}
		seen[point] = true
		found = append(found, figure{value, point, p.Keep(m.Value.At)})
	}
	return found
}

func ambiguous(p *lint.Pass, all iter.Seq[figure]) {
	var point, comma *figure
	for f := range all {
		switch {
		case f.Point && point == nil:
			point = &f
		case !f.Point && comma == nil:
			comma = &f
		}
		if point != nil && comma != nil {
			break
		}
	}
	if point == nil || comma == nil {
		return
	}
	p.ReportAt(point.Place, lint.Violation{
		Message: fmt.Sprintf("%s may be meant as %s: this submission also writes thousands with a comma, as in %s",
			point.Written, strings.ReplaceAll(point.Written, ".", ""), comma.Written),
		Related: []lint.Related{lint.RelatedAt(comma.Place, "written with a comma")},
	})
}
