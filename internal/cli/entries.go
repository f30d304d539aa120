package cli

import (
	"iter"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/triage"
)

// entries are those of a run, each with the number of its violations.
type entries struct {
	*engine.Entries
	judged *triage.Triage
}

// All gives the entries in order.
func (e entries) All() iter.Seq2[engine.EntrySummary, error] {
	return func(yield func(engine.EntrySummary, error) bool) {
		for s, err := range e.Entries.All() {
			s.Violations = e.judged.InEntry(s.File, s.Identifier)
			if !yield(s, err) {
				return
			}
		}
	}
}
