package evidence

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/official"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ValueOnQualitative reports values on qualitative indicators.
var ValueOnQualitative = &lint.Rule{
	ID:       "evidence/value-on-qualitative",
	Title:    "a qualitative indicator has a value",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Refs:     []string{"8.8.3", "8.9.3", "8.10.3"},
	Doc: `
Measure 5 says that the indicator is told in words: readers show its comment and
ignore its value. A value there is either lost, or the measure is wrong.

If the value is a number, give the indicator measure 1 (unit) or 2 (percentage).
If it is words, move them into the comment.`,
	Check: lint.Each(valueOnQualitative),
}

func valueOnQualitative(p *lint.Pass, m *schema.Measurement) {
	indicator := m.Indicator()
	if indicator == nil || !indicator.Qualitative() || !m.Value.Present() || schemaRequiresValue(p.File) {
		return // before 2.03 a value had to be there, whatever the measure
	}
	v := lint.Violation{
		At:      m.Value.At,
		Message: fmt.Sprintf("the %s has the value %q, but the indicator is qualitative (measure 5): its value is not shown", m.Name(), m.Value.Value),
		Refs:    official.Measurement(p.File, m, "3"),
		Hint:    "move the words into the comment",
	}
	if m.Value.OK {
		v.Hint = "give the indicator measure 1 (unit) or 2 (percentage)"
	}
	p.Report(v)
}
