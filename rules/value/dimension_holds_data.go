package value

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DimensionHoldsData reports dimensions whose value is the figure.
var DimensionHoldsData = &lint.Rule{
	ID:       "value/dimension-holds-data",
	Title:    "a dimension holds the figure in place of a category",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A dimension says what a figure is about: name="country" value="Kenya". The figure
itself is the value of the target or actual. With name="Kenya" value="11" readers
see a category called 11, and the figure is lost.

Make the number the value of a target or actual of its own, and write the name of
the dimension and the category into the dimension.`,
	Check: lint.Each(dimensionHoldsData),
}

func dimensionHoldsData(p *lint.Pass, d *schema.Dimension) {
	name, value := strings.TrimSpace(d.Category.Value), strings.TrimSpace(d.Value.Value)
	figure := strings.ReplaceAll(strings.TrimSuffix(value, "%"), ",", "")
	if _, ok := schema.ParseNumber(figure); !ok || name == "" || numericDimension(name) {
		return
	}
	p.Report(lint.Violation{
		At:      d.Value.At,
		Message: fmt.Sprintf("the dimension %q has the value %q: that is a figure, where a category belongs", name, value),
		Hint:    fmt.Sprintf("give %s as the value of a target or actual, and %q as the value of its dimension", value, name),
	})
}

// numericDimension reports whether the categories of a dimension are numbers by
// nature.
func numericDimension(name string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(name), notLetter) {
		for _, prefix := range []string{
			"age", "âge", "edad", "idade", "year", "année", "año", "ano", "grade", "class", "level", "niveau", "nivel", "nível",
			"quint", "decil", "quartil", "code", "código", "phase", "fase", "round", "cycle", "quarter", "trimest", "month", "mois", "mes", "mês",
			"week", "number", "no", "id", "goal", "sdg", "target", "pillar", "component", "district", "ward", "zone", "batch", "cohort", "tier", "rank", "score",
		} {
			if strings.HasPrefix(w, prefix) && (len(prefix) > 3 || w == prefix || w == prefix+"s") {
				return true
			}
		}
	}
	return false
}
