package evidence

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/official"
	"github.com/iatilint/iatilint/rules/internal/spreadsheet"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NotANumber reports values of quantitative indicators that are no numbers.
var NotANumber = &lint.Rule{
	ID:       "evidence/not-a-number",
	Title:    "the value of a quantitative indicator is not a number",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Refs:     []string{"8.8.2", "8.9.2", "8.10.2"},
	Doc: `
Readers compute with values, so a value must be a plain number: digits, a full
stop before decimals, a minus sign where needed. 1,000 and 10% and "yes" are not
read, and an importer may refuse the whole file for one of them.

Write 1000 for 1,000 and 10 for 10%: that it is a percentage is said by measure 2.
Words belong into the comment. Zero is written 0; n/a is written by leaving the
element out.`,
	Check: lint.Each(notANumber),
}

func notANumber(p *lint.Pass, m *schema.Measurement) {
	indicator, value := m.Indicator(), m.Value
	if indicator == nil || !values.Quantitative(indicator) || value.OK || strings.TrimSpace(value.Value) == "" {
		return
	}
	if spreadsheet.Mangled(value.Value) != "" {
		return // schema/mangled-spreadsheet-value
	}
	v := lint.Violation{
		At:      value.At,
		Message: fmt.Sprintf("the value of the %s is %q, which is not a number, but the indicator is %s", m.Name(), value.Value, measureName(indicator)),
		Refs:    official.Measurement(p.File, m, "2"),
	}
	if number, ok := values.Plain(value.Value); ok {
		v.Fixes = []lint.Fix{lint.Replace(fmt.Sprintf("write %q", number), false, value.At, number)}
	} else {
		v.Hint = "write digits only, and words into the comment; leave the " + m.Name() + " out if there is no number"
	}
	p.Report(v)
}
