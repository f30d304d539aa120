package schema

import (
	"cmp"
	"strconv"
)

// Limits bound what is read and kept of a file. What is 0 is as by default.
type Limits struct {
	Nodes   int // of an entry
	Keys    int // of a group of keys
	Ignores int // requests to ignore, of an entry and of a file outside of its entries
	Faults  int // of one rule, of an entry and of a file outside of its entries
}

// What holds by default.
const (
	// MostNodes is many times what the largest activities that were ever
	// published have.
	MostNodes = 100_000
	// MostKeys is hundreds of times what the form of a submission knows.
	MostKeys = 10_000
	// MostIgnores is so low because each violation is held against each request.
	MostIgnores = 1_000
	// MostFaults are kept, and the last one says how many more there are: a reader
	// of an export gone wrong would else hold a million of them.
	MostFaults = 10_000
)

// OrDefault is the limits with all that is not set as by default.
func (l Limits) OrDefault() Limits {
	return Limits{
		Nodes:   cmp.Or(l.Nodes, MostNodes),
		Keys:    cmp.Or(l.Keys, MostKeys),
		Ignores: cmp.Or(l.Ignores, MostIgnores),
		Faults:  cmp.Or(l.Faults, MostFaults),
	}
}

// Limits are those that the entry is read by.
func (e *Entry) Limits() Limits {
	if e.File == nil {
		return Limits{}.OrDefault()
	}
	return e.File.Limits.OrDefault()
}

// TooManyNodes is the fault of an entry that has more nodes than it may have, at
// the first that is not read.
func (l Limits) TooManyNodes(at Range) Fault {
	return Fault{
		Rule: "file/too-large", Unread: true, At: at,
		Message: "the entry has more than " + grouped(l.OrDefault().Nodes) + " results, indicators, periods, texts and the like; those from here on are not checked",
		Hint:    "divide it into several entries, or raise limits.nodes-per-entry in the settings; if it is not meant to be so large, the export has gone wrong",
	}
}

// TooManyKeys is the fault of a group that has more keys than it may have, at the
// first that is not read.
func (l Limits) TooManyKeys(at Range) Fault {
	return Fault{
		Rule: "file/too-large", Unread: true, At: at,
		Message: "the group has more than " + grouped(l.OrDefault().Keys) + " keys; those from here on are not checked",
		Hint:    "the export has gone wrong: what may be repeated is written as a list in [ ]; limits.keys-per-group in the settings allows more",
	}
}

// TooManyIgnores is the fault of an entry or file that asks for more to be ignored
// than it may, at the first request that is not heeded.
func (l Limits) TooManyIgnores(first *Suppression) Fault {
	return Fault{
		Rule: "file/too-large", Unread: true, At: first.At, Source: first.Source,
		Message: "more than " + grouped(l.OrDefault().Ignores) + " requests to ignore stand here; those from here on are not heeded",
		Hint:    "ignore the rule for the whole entry, or in the settings, where limits.ignores-per-entry allows more requests too",
	}
}

// grouped writes a number with commas between its thousands.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
