package report

import "github.com/iatilint/iatilint/rules/lint"

// Violations are what a report shows, in order. They may lie on disk, so a
// writer reads one at a time and keeps none.
type Violations interface {
	Len() int
	At(i int) (*lint.Violation, error)
}

// List is violations in memory.
type List []lint.Violation

// Len is the number of violations.
func (l List) Len() int { return len(l) }

// At gives the i-th violation.
func (l List) At(i int) (*lint.Violation, error) { return &l[i], nil }

// each shows all violations to visit, each with the one before it, which is
// nil for the first. A nil list holds none.
func each(list Violations, visit func(v, before *lint.Violation)) error {
	if list == nil {
		return nil
	}
	var before *lint.Violation
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
