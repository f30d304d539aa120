package schema

// AddFault adds a fault of the entry, within the limit for its kind.
func (e *Entry) AddFault(f Fault) { e.Faults = e.faults.add(e.Faults, f, e.Limits().Faults) }

// AddFault adds a fault of the file as a whole, within the limit for its kind.
func (f *File) AddFault(fault Fault) {
	f.Faults = f.faults.add(f.Faults, fault, f.Limits.OrDefault().Faults)
}

// FaultAt reports whether the entry has a fault at a place. No fault may be
// added after the first call.
func (e *Entry) FaultAt(at Range) bool {
	if e.faultsAt == nil {
		e.faultsAt = make(map[Range]bool, len(e.Faults))
		for i := range e.Faults {
			e.faultsAt[e.Faults[i].At] = true
		}
	}
	return e.faultsAt[at]
}

// SetFaults replaces the entry's faults by those of a list, within the limit for
// each kind. The counts of those left out are moved to the last of their kind.
func (e *Entry) SetFaults(list []Fault) {
	var kept faultCounts
	few, limit := list[:0], e.Limits().Faults
	var more [FaultKinds]int
	for _, f := range list {
		more[f.Kind] += f.More
		f.More = 0
		few = kept.add(few, f, limit)
	}
	clear(list[len(few):])
	for kind, n := range more {
		if n > 0 {
			few[kept[FaultKind(kind)].last].More += n
		}
	}
	e.Faults = few
}

// faultCounts counts the faults of a list by kind.
type faultCounts map[FaultKind]faultCount

type faultCount struct{ n, last int } // last is an index of the list

func (c *faultCounts) add(list []Fault, f Fault, limit int) []Fault {
	if *c == nil {
		*c = faultCounts{}
	}
	count := (*c)[f.Kind]
	if count.n == limit {
		list[count.last].More += 1 + f.More
		return list
	}
	(*c)[f.Kind] = faultCount{count.n + 1, len(list)}
	return append(list, f)
}
