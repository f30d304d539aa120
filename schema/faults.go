package schema

// AddFault notes what is wrong with the entry.
func (e *Entry) AddFault(f Fault) { e.Faults = e.faults.add(e.Faults, f, e.Limits().Faults) }

// AddFault notes what is wrong with the file as a whole.
func (f *File) AddFault(fault Fault) {
	f.Faults = f.faults.add(f.Faults, fault, f.Limits.OrDefault().Faults)
}

// FaultAt tells whether the entry has a fault at a place. It must not have more
// of them later.
func (e *Entry) FaultAt(at Range) bool {
	if e.faultsAt == nil {
		e.faultsAt = make(map[Range]bool, len(e.Faults))
		for i := range e.Faults {
			e.faultsAt[e.Faults[i].At] = true
		}
	}
	return e.faultsAt[at]
}

// SetFaults keeps of a list as many as are kept of the entry. Which one says how
// many more there were is decided anew.
func (e *Entry) SetFaults(list []Fault) {
	var kept faults
	few, most := list[:0], e.Limits().Faults
	more := map[string]int{}
	for _, f := range list {
		more[f.Rule] += f.More
		f.More = 0
		few = kept.add(few, f, most)
	}
	clear(list[len(few):])
	for rule, n := range more {
		few[kept[rule].last].More += n
	}
	e.Faults = few
}

// faults counts what was found by rule.
type faults map[string]*ofRule

type ofRule struct{ kept, last int }

func (c *faults) add(list []Fault, f Fault, most int) []Fault {
	if *c == nil {
		*c = faults{}
	}
	of := (*c)[f.Rule]
	if of == nil {
		of = &ofRule{}
		(*c)[f.Rule] = of
	}
	if of.kept == most {
		list[of.last].More += 1 + f.More
		return list
	}
	of.kept++
	of.last = len(list)
	return append(list, f)
}
