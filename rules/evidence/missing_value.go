package evidence

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/official"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// MissingValue reports baselines, targets and actuals without their number.
var MissingValue = &lint.Rule{
	ID:       "evidence/missing-value",
	Title:    "a baseline, target or actual of a quantitative indicator has no value",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"8.8.1", "8.8.2", "8.9.1", "8.9.2", "8.10.1", "8.10.2"},
	Doc: `
An indicator with measure 1 (unit), 2 (percentage), 3 (nominal) or 4 (ordinal)
promises a number. A baseline, target or actual without one says nothing, and
readers that add up results drop it.

Write the number into the value attribute. Zero is a number: write value="0".
If there is nothing to say yet, leave the whole element out. If the indicator is
qualitative, give it measure 5 and put the words into the comment.`,
	Check: lint.Each(missingValue),
}

func missingValue(p *lint.Pass, m *schema.Measurement) {
	indicator := m.Indicator()
	if indicator == nil || !indicator.Quantitative() || strings.TrimSpace(m.Value.Value) != "" {
		return
	}
	v := lint.Violation{Hint: `write the number, as in value="0", or leave the ` + m.Name() + " out until there is one"}
	if !m.Value.Present() {
		if v.At = m.Tag; schemaRequiresValue(p.File) {
			return // schema/violation says so
		}
		v.Message = fmt.Sprintf("the %s has no value, but the indicator is %s", m.Name(), measureName(indicator))
		v.Refs = official.Measurement(p.File, m, "1", "2")
	} else {
		v.At = m.Value.At
		v.Message = fmt.Sprintf("the value of the %s is empty, but the indicator is %s", m.Name(), measureName(indicator))
		v.Refs = official.Measurement(p.File, m, "2")
	}
	p.Report(v)
}

// schemaRequiresValue reports whether a missing value is a fault of the structure in
// the version of a file: in all before 2.03.
func schemaRequiresValue(f *schema.File) bool {
	return f.Version.Value == "2.01" || f.Version.Value == "2.02"
}

func measureName(i *schema.Indicator) string {
	if !i.Quantitative() {
		return "one whose other values are numbers"
	}
	return map[string]string{"1": "a count", "2": "a percentage", "3": "nominal", "4": "ordinal"}[i.Measure.Value] + " (measure " + i.Measure.Value + ")"
}
