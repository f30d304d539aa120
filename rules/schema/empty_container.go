package schema

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// EmptyContainer reports elements that hold nothing.
var EmptyContainer = &lint.Rule{
	ID:       "schema/empty-container",
	Title:    "an element is there but holds nothing",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A period without target and actual, an indicator without baseline and period, a
dimension without name and value: each says that there is something, and nothing
is there. They come from exports that write every element of a template.

Fill the element in, or leave it out as a whole. Each kind is reported once per
entry. A baseline, target or actual of a quantitative indicator is the business of
evidence/missing-value.`,
	Check: lint.Each(emptyContainer),
}

func emptyContainer(p *lint.Pass, e *schema.Entry) {
	type kind struct {
		node  schema.Node
		lacks string
		count int
	}
	var kinds []*kind
	names := map[string]*kind{}
	schema.Walk(e, func(n schema.Node) {
		name, lacks := empty(n)
		if name == "" || elsewhere(e, n) {
			return
		}
		if names[name] == nil {
			names[name] = &kind{node: n, lacks: lacks}
			kinds = append(kinds, names[name])
		}
		names[name].count++
	})
	for _, k := range kinds {
		name, _ := empty(k.node)
		v := lint.Violation{
			At:      k.node.Place(),
			Node:    k.node,
			Message: fmt.Sprintf("the %s is empty: it has %s", name, k.lacks),
			Hint:    "fill it in, or leave the element out",
		}
		if k.count > 1 {
			v.Message = fmt.Sprintf("the %s is empty, the first of %d in this entry: it has %s", name, k.count, k.lacks)
		}
		p.Report(v)
	}
}

// elsewhere reports whether the parts of a node stand in a file that was not given.
func elsewhere(e *schema.Entry, n schema.Node) bool {
	switch n.(type) {
	case *schema.Indicator:
		return e.MissingLevels.Has(schema.BaselineLevel | schema.PeriodLevel)
	case *schema.Period:
		return e.MissingLevels.Has(schema.TargetLevel | schema.ActualLevel)
	}
	return false
}

// empty returns the name of a node that holds nothing and what it lacks; "" where it
// holds something or may be empty.
func empty(n schema.Node) (name, lacks string) {
	switch n := n.(type) {
	case *schema.Indicator:
		if len(n.Baselines)+len(n.Periods) == 0 {
			return "indicator", "neither baseline nor period"
		}
	case *schema.Period:
		if len(n.Targets)+len(n.Actuals) == 0 {
			return "period", "neither target nor actual"
		}
	case *schema.Measurement:
		i := n.Indicator()
		if !n.Value.Present() && n.Comment == nil && len(n.DocumentLinks) == 0 && i != nil && i.Qualitative() {
			return n.Name(), "neither comment nor document link"
		}
	case *schema.Dimension:
		if blank(n.Category) && blank(n.Value) {
			return "dimension", "neither name nor value"
		}
	case *schema.LocationRef:
		if blank(n.Ref) {
			return "location", "no ref"
		}
	}
	return "", ""
}

func blank(t schema.Text) bool { return strings.TrimSpace(t.Value) == "" }
