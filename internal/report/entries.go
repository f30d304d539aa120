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

// filewise iterates over the entries a file at a time.
type filewise struct {
	next func() (engine.EntrySummary, error, bool)
	stop func()

	first engine.EntrySummary // of the next file
	some  bool                // there is one
	err   error
}

func entriesFilewise(d *Data) *filewise {
	f := &filewise{stop: func() {}}
	if d.Entries != nil {
		f.next, f.stop = iter.Pull2(d.Entries.All())
		f.advance()
	}
	return f
}

func (f *filewise) advance() {
	f.first, f.err, f.some = f.next()
}

// of returns the entries of a file, which must be the next one if it has any.
func (f *filewise) of(file string) iter.Seq2[engine.EntrySummary, error] {
	return func(yield func(engine.EntrySummary, error) bool) {
		for ; f.err != nil || f.some && f.first.File == file; f.advance() {
			if !yield(f.first, f.err) || f.err != nil {
				return
			}
		}
	}
}

// entryCount is how many entries there are to list.
func entryCount(d *Data) int {
	if d.Entries == nil {
		return 0
	}
	return d.Entries.Len()
}

// eachEntry shows all entries to visit, until it returns false.
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
