package marker

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Placeholder reports what stands where a text or a value was to be written.
var Placeholder = &lint.Rule{
	ID:       "marker/placeholder",
	Title:    "a placeholder stands where a text was to be written",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
TBD, N/A, xxx and "see description" fill a field so that a system accepts it. The
reader learns nothing, and every count of completeness takes the field for filled.

Write the text. An optional element that has nothing to say (a comment, the
description of a result, a dimension) is left out as a whole. In comments and names
a placeholder is a warning; where only a dash stands in place of a title,
description or comment, narrative/empty says so.`,
	Check: lint.Also(prose.EachText(placeholders, placeholderText), lint.Each(placeholderValue), lint.Each(placeholderDimension)),
}

func placeholders(t prose.Text) []text.Marker {
	if t.Role.Of == schema.NoKind && !t.Role.Text() {
		return nil // names in transactions are no report
	}
	return markers(t, text.Placeholder)
}

func placeholderText(p *lint.Pass, n *schema.Narrative, found []text.Marker) {
	if prose.Empty(p.Env, n) {
		return // narrative/empty reports it
	}
	part := prose.PartOf(p.Entry, n)
	for _, m := range found {
		v := lint.Violation{
			At:      prose.At(p, n, m.Span),
			Message: fmt.Sprintf("%s holds a placeholder: %q", prose.Called(p, n), m.Of(n.Value)),
			Hint:    "write what belongs there",
		}
		if m.Whole {
			v.Message = fmt.Sprintf("%s is only a placeholder: %q", prose.Called(p, n), m.Of(n.Value))
			v.Hint = "write the text, or leave the element out"
		}
		switch {
		case part.Of == nil:
			v.Severity = lint.Info
		case part.Name == "comment" || !part.Reported():
			v.Severity = lint.Warning
		}
		p.Report(v)
	}
}

func placeholderValue(p *lint.Pass, m *schema.Measurement) {
	indicator := m.Indicator()
	if indicator == nil || values.Quantitative(indicator) || indicator.Qualitative() || m.Value.OK || !placeholder(p.Env, m.Value.Value) {
		return // where the measure is known, the rules on evidence judge its values
	}
	p.Report(lint.Violation{
		At:      m.Value.At,
		Message: fmt.Sprintf("the value of the %s is only a placeholder: %q", m.Name(), m.Value.Value),
		Hint:    "write the number, or leave the " + m.Name() + " out until there is one",
	})
}

func placeholderDimension(p *lint.Pass, d *schema.Dimension) {
	for _, t := range []struct {
		schema.Text
		name string
	}{{d.Category, "name"}, {d.Value, "value"}} {
		if !placeholder(p.Env, t.Value) {
			continue
		}
		p.Report(lint.Violation{
			At:       t.At,
			Severity: lint.Warning,
			Message:  fmt.Sprintf("the %s of the dimension is only a placeholder: %q", t.name, t.Value),
			Hint:     "name the category, or leave the dimension out",
		})
	}
}

// longestPlaceholder is the most bytes that a placeholder in place of a value has.
const longestPlaceholder = 24

func placeholder(env *lint.Environment, s string) bool {
	if s == "" || len(s) > longestPlaceholder {
		return false
	}
	markers := prose.OfPhrase(env, s).Markers()
	return len(markers) > 0 && markers[0].Whole && markers[0].Kind == text.Placeholder
}
