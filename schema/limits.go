package schema

import (
	"cmp"

	"github.com/iatilint/iatilint/internal/phrase"
)

// Limits bound what is read and kept of a file. A limit of 0 is the default.
type Limits struct {
	Nodes   int // of an entry
	Keys    int // of a group of keys
	Ignores int // suppressions of an entry, and of a file outside of its entries
	Faults  int // of one kind, of an entry and of a file outside of its entries
}

// Default limits.
const (
	// DefaultMaxNodes is many times what the largest activities that were ever
	// published have.
	DefaultMaxNodes = 100_000
	// DefaultMaxKeys is hundreds of times what the form of a submission knows.
	DefaultMaxKeys = 10_000
	// DefaultMaxIgnores is low because each violation is matched against each
	// suppression.
	DefaultMaxIgnores = 1_000
	// DefaultMaxFaults bounds the memory that an export gone wrong takes. The last
	// fault that is kept counts the others.
	DefaultMaxFaults = 10_000
)

// OrDefault returns the limits with the defaults in place of those that are 0.
func (l Limits) OrDefault() Limits {
	return Limits{
		Nodes:   cmp.Or(l.Nodes, DefaultMaxNodes),
		Keys:    cmp.Or(l.Keys, DefaultMaxKeys),
		Ignores: cmp.Or(l.Ignores, DefaultMaxIgnores),
		Faults:  cmp.Or(l.Faults, DefaultMaxFaults),
	}
}

// Limits returns the limits that the entry is read by.
func (e *Entry) Limits() Limits {
	if e.File == nil {
		return Limits{}.OrDefault()
	}
	return e.File.Limits.OrDefault()
}

func unread(kind FaultKind, at Range, message string) Fault {
	return Fault{Kind: kind, Unread: true, At: at, Message: message}
}

// TooManyNodes returns the fault of an entry over the limit of nodes, at the
// first that is not read.
func (l Limits) TooManyNodes(at Range) Fault {
	return unread(TooManyNodes, at, "the entry has more than "+phrase.Thousands(l.OrDefault().Nodes)+" results, indicators, periods, texts and the like; those from here on are not checked")
}

// TooManyKeys returns the fault of a group over the limit of keys, at the first
// that is not read.
func (l Limits) TooManyKeys(at Range) Fault {
	return unread(TooManyKeys, at, "the group has more than "+phrase.Thousands(l.OrDefault().Keys)+" keys; those from here on are not checked")
}

// TooManyIgnores returns the fault of an entry or file over the limit of
// suppressions, at the first that is without effect.
func (l Limits) TooManyIgnores(first *Suppression) Fault {
	return Fault{
		Kind: TooManyIgnores, Unread: true, At: first.At, Source: first.Source,
		Message: "more than " + phrase.Thousands(l.OrDefault().Ignores) + " requests to ignore stand here; those from here on are not heeded",
	}
}
