package period

import (
	"fmt"
	"strconv"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// InvalidDate reports dates that are none, or none that results can have. In XML
// the reader finds the ones that are none, with the rest of the structure.
var InvalidDate = &lint.Rule{
	ID:       "period/invalid-date",
	Title:    "a date is impossible, ambiguous or of an implausible year",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.3.1"},
	Doc: `
A date is written year-month-day, 2024-12-31, in every country. 31/12/2024 is not
read, 03/04/2024 is read as two different days, and 0204-01-01 puts a result into
the early Middle Ages. A period without a date that can be read is not shown.

Write the date as year-month-day.`,
	Check: lint.Also(lint.Each(periodDates), lint.Each(activityDate), lint.Each(baselineDate), lint.Faults(schema.InvalidDate)),
}

func periodDates(p *lint.Pass, period *schema.Period) {
	checkDate(p, period.Start, "the start of the period")
	checkDate(p, period.End, "the end of the period")
}

func activityDate(p *lint.Pass, d *schema.ActivityDate) {
	checkDate(p, d.Date, "the date of the activity")
}

func baselineDate(p *lint.Pass, m *schema.Measurement) {
	checkDate(p, m.Date, "the date of the baseline")
	if m.Name() == schema.Baseline && m.Year.Present() && (!m.Year.OK || !plausible(m.Year.Parsed)) && !p.Entry.FaultAt(m.Year.At) {
		p.Report(lint.Violation{
			At:      m.Year.At,
			Message: fmt.Sprintf("the year of the baseline is %q, which is no year that results can have", m.Year.Value),
			Hint:    "write four digits, such as 2024",
		})
	}
}

func checkDate(p *lint.Pass, d schema.Field[schema.Date], what string) {
	if !d.Present() || p.Entry.FaultAt(d.At) {
		return
	}
	if d.OK {
		if !plausible(d.Parsed.Year) {
			p.Report(lint.Violation{
				At:      d.At,
				Message: fmt.Sprintf("%s is %s, a year that results can't have", what, d.Value),
				Hint:    "correct the year " + strconv.Itoa(d.Parsed.Year),
			})
		}
		return
	}
	f := schema.InvalidDateFault(what, d.Value, d.At)
	if f.Kind != schema.InvalidDate {
		return // schema/mangled-spreadsheet-value
	}
	v := lint.Violation{At: f.At, Message: f.Message, Hint: f.Hint}
	if f.Fix != nil {
		v.Fixes = []lint.Fix{lint.Replace(f.Fix.Title, f.Fix.Safe, f.Fix.At, f.Fix.Text)}
	}
	p.Report(v)
}

// plausible reports whether a result's dates can have a year: aid is reported from
// after the Second World War on, and planned for this century.
func plausible(year int) bool { return year >= 1945 && year < 2100 }
