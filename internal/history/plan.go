package history

import "github.com/iatilint/iatilint/schema"

// plan is the plan period of an entry in years: its planned or actual start to
// its planned end. An organisation may number the outcomes of its next plan from
// the start again, so an identifier is one entry's within a plan only. The zero
// plan is unknown.
type plan struct{ from, to int16 }

func planOf(e *schema.Entry) plan {
	var p plan
	for _, d := range e.Dates {
		if !d.Date.OK {
			continue
		}
		year := int16(d.Date.Parsed.Year)
		switch d.Type.Value {
		case "1":
			p.from = year
		case "2":
			if p.from == 0 {
				p.from = year
			}
		case "3":
			p.to = year
		}
	}
	if p.from == 0 || p.to == 0 {
		return plan{}
	}
	return p
}

// apart tells two plan periods that are known and have no year in common.
func (p plan) apart(q plan) bool {
	return p != plan{} && q != plan{} && (p.to < q.from || q.to < p.from)
}
