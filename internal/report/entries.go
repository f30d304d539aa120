package report

import (
	"iter"

	"github.com/iatilint/iatilint/internal/engine"
)

// Entries iterates over the summaries of entries, in order. They may be on
// disk, so a writer reads one at a time and keeps none.
type Entries interface {
	Len() int
	All() iter.Seq2[engine.EntrySummary, error]
}

// entriesByFile returns a function that calls visit for the entries of a file,
// which must be the next one if it has any, and a function that ends the iteration.
func entriesByFile(d *Data) (entriesOf func(file string, visit func(*engine.EntrySummary)) error, stop func()) {
	if d.Entries == nil {
		return func(string, func(*engine.EntrySummary)) error { return nil }, func() {}
	}
	next, stop := iter.Pull2(d.Entries.All())
	e, err, more := next()
	return func(file string, visit func(*engine.EntrySummary)) error {
		for ; err == nil && more && e.File == file; e, err, more = next() {
			visit(&e)
		}
		return err
	}, stop
}

// entryCount returns the number of entries to list.
func entryCount(d *Data) int {
	if d.Entries == nil {
		return 0
	}
	return d.Entries.Len()
}

// eachEntry calls visit for all entries, until it returns false.
func eachEntry(d *Data, visit func(*engine.EntrySummary) bool) error {
	if d.Entries == nil {
		return nil
	}
	for e, err := range d.Entries.All() {
		if err != nil {
			return err
		}
		if !visit(&e) {
			break
		}
	}
	return nil
}
