package report

import (
	"reflect"

	"github.com/iatilint/iatilint/internal/finding"
)

// Violations are what a report shows, in order. They may lie on disk, so a
// writer reads one at a time and keeps none.
type Violations interface {
	Len() int
	At(i int) (*finding.Finding, error)
}

// List is violations in memory.
type List []finding.Finding

// Len returns the number of violations.
func (l List) Len() int { return len(l) }

// At returns the i-th violation.
func (l List) At(i int) (*finding.Finding, error) { return &l[i], nil }

// isEmpty reports whether a list holds no violation. A nil list holds none, nor
// does one that is a nil pointer.
func isEmpty(list Violations) bool {
	v := reflect.ValueOf(list)
	return list == nil || v.Kind() == reflect.Pointer && v.IsNil() || list.Len() == 0
}

// each calls visit for all violations, each with the one before it, which is nil
// for the first.
func each(list Violations, visit func(v, before *finding.Finding)) error {
	if isEmpty(list) {
		return nil
	}
	var before *finding.Finding
	for i := range list.Len() {
		v, err := list.At(i)
		if err != nil {
			return err
		}
		visit(v, before)
		before = v
	}
	return nil
}
