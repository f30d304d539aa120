package compare

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// coverage is how much of a submission was read.
type coverage struct {
	entries int
	errs    []error // one for each file that could not be read to its end
}

func (s *submission) coverage() coverage {
	c := coverage{entries: len(s.entries)}
	for _, f := range s.files {
		if f.incomplete != nil {
			c.errs = append(c.errs, f.incomplete)
		}
	}
	return c
}

// err returns what could not be read of a submission, by the name given.
func (c coverage) err(name string) error {
	if len(c.errs) == 0 && c.entries == 0 {
		return fmt.Errorf("%s holds no outcome entry, so there is nothing to compare", name)
	}
	return errors.Join(c.errs...)
}

// Unread returns an error for what could not be read of the two submissions, of
// which the names are given: entries that are missing for that reason are neither
// new nor gone.
func (c *Comparison) Unread(earlier, current string) error {
	return errors.Join(c.read[0].err(earlier), c.read[1].err(current))
}

// setIncomplete keeps the first reasons why the file could not be read to its end.
func (f *indexedFile) setIncomplete(unread string, incomplete error) {
	if f.unread == "" {
		f.unread = unread
	}
	if f.incomplete == nil {
		f.incomplete = incomplete
	}
}

// unreadEntry returns the reasons that lie in an entry.
func (f *indexedFile) unreadEntry(e *schema.Entry) (unread string, incomplete error) {
	if e.Unusable {
		unread = "an entry can't be read"
		if len(e.Faults) > 0 {
			unread = strings.Clone(e.Faults[0].Message)
			incomplete = f.notCompared(e.Faults[0], e.Source)
		}
	} else if i := slices.IndexFunc(e.Faults, func(f schema.Fault) bool { return f.Unread }); i >= 0 {
		incomplete = f.notCompared(e.Faults[i], e.Source)
	}
	return unread, incomplete
}

// notCompared returns the error for a fault, with its place.
func (f *indexedFile) notCompared(fault schema.Fault, source *schema.Source) error {
	place := f.input.Path
	if fault.Source != nil {
		source = fault.Source
	}
	if source != nil && (fault.At.Known() || source.Base.Line > 1) {
		start := source.Span(fault.At).Start
		place = fmt.Sprintf("%s:%d:%d", place, start.Line, start.Column)
	}
	return fmt.Errorf("could not compare %s: %s", place, fault.Message)
}
