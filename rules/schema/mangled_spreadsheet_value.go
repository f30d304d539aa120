package schema

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/official"
	"github.com/iatilint/iatilint/rules/internal/spreadsheet"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// MangledSpreadsheetValue reports what a spreadsheet made of a value.
var MangledSpreadsheetValue = &lint.Rule{
	ID:       "schema/mangled-spreadsheet-value",
	Title:    "a spreadsheet turned a value into something else",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.3.1", "8.8.2", "8.9.2", "8.10.2"},
	Doc: `
Spreadsheets rewrite what they think they understand: 10-12 becomes 10-Dec, a date
45292, a long number 1E+05, and a formula that lost its cell #REF!. The original is
gone from the file, and what is published is noise. A workbook that another program
wrote may hold a formula without its result: =SUM(J2:J9).

Go back to the spreadsheet, set the cells to the format "text", type the value anew
and export again. Formulas are worked out when Excel opens and saves the workbook.`,
	Check: lint.Also(
		lint.Each(mangledEntry), lint.Each(formulas), lint.Each(mangledMeasurement), lint.Each(mangledPeriod), lint.Each(mangledActivityDate),
		lint.Each(mangledDimension), lint.Each(mangledNarrative), lint.Each(mangledReference), lint.Faults(schema.MangledValue)),
}

func mangledEntry(p *lint.Pass, e *schema.Entry) {
	reportIfMangled(p, e.Identifier, "the identifier")
}

// formulas reports the values of an indicator that are formulas without their results:
// they come from one program, so the first speaks for all.
func formulas(p *lint.Pass, i *schema.Indicator) {
	var first *schema.Measurement
	count := 0
	for m := range values.All(i) {
		if spreadsheet.Formula(m.Value.Value) {
			if count++; count == 1 {
				first = m
			}
		}
	}
	if first == nil {
		return
	}
	what := spreadsheet.Mangled(first.Value.Value)
	if count > 1 {
		what += fmt.Sprintf("; so it is with %d values of the indicator", count)
	}
	reportMangled(p, first.Value.Text, "the value of the "+first.Name(), what, nil)
}

func mangledMeasurement(p *lint.Pass, m *schema.Measurement) {
	if what := spreadsheet.Mangled(m.Value.Value); what != "" && !spreadsheet.Formula(m.Value.Value) {
		var refs []string
		if i := m.Indicator(); i != nil && i.Quantitative() {
			refs = official.Measurement(p.File, m, "2")
		}
		reportMangled(p, m.Value.Text, "the value of the "+m.Name(), what, refs)
	}
	serialDate(p, m.Date, "the date of the baseline")
}

func mangledPeriod(p *lint.Pass, period *schema.Period) {
	serialDate(p, period.Start, "the start of the period")
	serialDate(p, period.End, "the end of the period")
}

func mangledActivityDate(p *lint.Pass, d *schema.ActivityDate) {
	serialDate(p, d.Date, "the date of the activity")
}

// serialDate reports dates that the reader did not report: in XML it checks dates
// with the rest of the structure.
func serialDate(p *lint.Pass, d schema.Field[schema.Date], name string) {
	if !d.Present() || d.OK || p.Entry.FaultAt(d.At) {
		return
	}
	f := schema.InvalidDateFault(name, d.Value, d.At)
	if f.Kind != schema.MangledValue {
		return // period/invalid-date
	}
	p.Report(lint.Violation{At: f.At, Message: f.Message, Fixes: []lint.Fix{lint.Replace(f.Fix.Title, f.Fix.Safe, f.Fix.At, f.Fix.Text)}})
}

func mangledDimension(p *lint.Pass, d *schema.Dimension) {
	if !reportIfMangled(p, d.Category, "the dimension") {
		reportIfMangled(p, d.Value, "the dimension")
	}
}

func mangledReference(p *lint.Pass, r *schema.Reference) {
	reportIfMangled(p, r.Code, "the code of the reference")
}

func mangledNarrative(p *lint.Pass, n *schema.Narrative) {
	const most = 30 // a longer text only speaks of such errors
	if spreadsheet.Formula(n.Value) || len(n.Value) <= most && spreadsheet.Broken(n.Value) {
		reportMangled(p, n.Text, "the text", spreadsheet.Mangled(n.Value), nil)
	}
}

// reportIfMangled reports a value that a spreadsheet changed, and whether it did.
func reportIfMangled(p *lint.Pass, t schema.Text, name string) bool {
	what := spreadsheet.Mangled(t.Value)
	if what != "" {
		reportMangled(p, t, name, what, nil)
	}
	return what != ""
}

func reportMangled(p *lint.Pass, t schema.Text, name, what string, refs []string) {
	v := lint.Violation{
		At:      t.At,
		Message: fmt.Sprintf("%s is %q: %s", name, t.Value, what),
		Hint:    "set the cell to the format text, type the value anew and export again",
		Refs:    refs,
	}
	if spreadsheet.Formula(t.Value) {
		v.Hint = "open the workbook in Excel and save it, or paste the value in place of the formula"
	}
	p.Report(v)
}
