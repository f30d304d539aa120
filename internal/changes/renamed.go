package changes

import "github.com/iatilint/iatilint/schema"

// renamed compares the parts of totals that history.Pairs leaves out: as many
// as before, adding up to the same, under other categories. Each stands beside
// one with its value.
func (v *visitor) renamed(before, after *schema.Entry) {
	waiting := map[schema.Node][]*schema.Measurement{}
	for _, m := range v.unseen(before) {
		if now := v.became[parent(m)]; now != nil {
			waiting[now] = append(waiting[now], m)
		}
	}
	var order []schema.Node
	current := map[schema.Node][]*schema.Measurement{}
	for _, m := range v.unseen(after) {
		p := parent(m)
		if current[p] == nil {
			order = append(order, p)
		}
		current[p] = append(current[p], m)
	}
	for _, p := range order {
		inOrder(waiting[p], current[p], func(m *schema.Measurement) string { return m.Name() + " " + number(m.Value).canonical },
			func(b, a schema.Node) {
				v.pair(b, a)
				if b != nil && a != nil {
					v.prose(b.(*schema.Measurement).Comment, a.(*schema.Measurement).Comment)
				}
			})
	}
}

// unseen lists the measurements of an entry that nothing has been compared
// with, of results, indicators and periods that were there before and are now.
func (v *visitor) unseen(e *schema.Entry) []*schema.Measurement {
	var list []*schema.Measurement
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			if !v.seen[i] {
				continue
			}
			list = v.appendUnseen(list, i.Baselines)
			for _, p := range i.Periods {
				if v.seen[p] {
					list = v.appendUnseen(v.appendUnseen(list, p.Targets), p.Actuals)
				}
			}
		}
	}
	return list
}

func (v *visitor) appendUnseen(list, more []*schema.Measurement) []*schema.Measurement {
	for _, m := range more {
		if !v.seen[m] {
			list = append(list, m)
		}
	}
	return list
}
