package compare

import (
	"cmp"

	"github.com/iatilint/iatilint/schema"
)

// planPeriod is the plan period of an entry in years: its planned or actual start
// to its planned end. An organisation may number the outcomes of its next plan from
// the start again, so an identifier is unique only within a plan. The zero
// planPeriod is unknown.
type planPeriod struct{ from, to int16 }

func planPeriodOf(e *schema.Entry) planPeriod {
	var p planPeriod
	for _, d := range e.Dates {
		if !d.Date.OK {
			continue
		}
		year := int16(d.Date.Parsed.Year)
		switch d.Type.Value {
		case "1":
			p.from = year
		case "2":
			p.from = cmp.Or(p.from, year)
		case "3":
			p.to = year
		}
	}
	if p.from == 0 || p.to == 0 {
		return planPeriod{}
	}
	return p
}

// disjoint reports whether both plan periods are known and have no year in common.
func (p planPeriod) disjoint(q planPeriod) bool {
	return p != planPeriod{} && q != planPeriod{} && (p.to < q.from || q.to < p.from)
}
