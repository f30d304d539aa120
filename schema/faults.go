package schema

// MostFaults is how many faults of one rule are kept of an entry, and of a file
// outside of its entries. The last one says how many more there are: a reader of
// an export gone wrong would else hold a million of them.
const MostFaults = 10_000

// MostNodes is how many nodes an entry may have: many times what the largest
// activities that were ever published have. What follows is not read.
const MostNodes = 100_000

// TooManyNodes is the fault of an entry that has more, at the first that is not
// read.
func TooManyNodes(at Range) Fault {
	return Fault{
		Rule: "file/too-large", Unread: true, At: at,
		Message: "the entry has more than 100,000 results, indicators, periods, texts and the like; those from here on are not checked",
		Hint:    "divide it into several entries; if it is not meant to be so large, the export has gone wrong",
	}
}

// AddFault notes what is wrong with the entry.
func (e *Entry) AddFault(f Fault) { e.Faults = e.faults.add(e.Faults, f) }

// AddFault notes what is wrong with the file as a whole.
func (f *File) AddFault(fault Fault) { f.Faults = f.faults.add(f.Faults, fault) }

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

// FewFaults keeps of a list as many as are kept of an entry.
func FewFaults(list []Fault) []Fault {
	var kept faults
	few := list[:0]
	for _, f := range list {
		few = kept.add(few, f)
	}
	clear(list[len(few):])
	return few
}

// faults counts what was found by rule.
type faults map[string]*ofRule

type ofRule struct{ kept, last int }

func (c *faults) add(list []Fault, f Fault) []Fault {
	if *c == nil {
		*c = faults{}
	}
	of := (*c)[f.Rule]
	if of == nil {
		of = &ofRule{}
		(*c)[f.Rule] = of
	}
	if of.kept == MostFaults {
		list[of.last].More += 1 + f.More
		return list
	}
	of.kept++
	of.last = len(list)
	return append(list, f)
}
