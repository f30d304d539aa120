// Package suppress implements what keeps findings from being reported: comments
// in the submission, settings, approvals, and violations accepted earlier. It
// resolves which rules a suppression names, matches findings, and counts what is
// used of each, so that those that are not needed any more can be reported.
package suppress

import (
	"maps"
	"slices"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Suppression keeps findings of some rules from being reported. Make one with
// Resolver.New, Resolver.Comment, or by adding it to a Set.
type Suppression struct {
	lint.Suppression

	About string // the file of the submission that it is about; "" = any

	names     []name // of rules, as in Rules
	*External        // nil in the submission itself
	scope
}

// name is a name of rules in a suppression.
type name struct {
	ids  []string // of the rules; shared
	used int      // findings of theirs that are suppressed
}

// External is what is known of a suppression outside of the
// submission. It is apart, because there may be many in it.
type External struct {
	entry string                 // name of the only entry that it holds in; "" = any
	in    func(file string) bool // reports whether it holds in a file; nil = in any

	// Those of an acceptance.
	Fingerprint string
	Message     string
	Count       int // how many findings are accepted
}

// scope is the part of a file that a comment is about.
type scope struct {
	within     schema.Range // the entry; unknown = the whole of it
	start, end int64        // the same in bytes of the file; equal where it reaches into other files
	entryStart int64        // offset of the entry
	wholeFile  bool
}

// Resolver makes suppressions: it resolves the names of rules and families, and
// decides what has ended.
type Resolver struct {
	ids   map[string][]string // by name: IDs of rules
	known []string            // all names
	today schema.Date
}

// NewResolver returns a resolver of names, each of which means some rules by ID.
func NewResolver(names map[string][]string, today schema.Date) *Resolver {
	return &Resolver{names, slices.Sorted(maps.Keys(names)), today}
}

// New returns a suppression of findings in any place.
func (r *Resolver) New(s lint.Suppression) *Suppression {
	names := make([]name, len(s.Rules))
	for i, rule := range s.Rules {
		if names[i].ids = r.ids[rule]; len(names[i].ids) == 0 {
			s.Unknown, s.Known = append(s.Unknown, rule), r.known
		}
	}
	s.Ended = !s.Until.IsZero() && r.today.After(s.Until)
	return &Suppression{Suppression: s, names: names}
}

// suppress reports whether s suppresses a finding, and if so counts it as used.
func (s *Suppression) suppress(v *finding.Finding) (suppressed bool) {
	if v.Unread || s.Ended || s.External != nil && !s.covers(v) {
		return false
	}
	for i := range s.names {
		if n := &s.names[i]; slices.Contains(n.ids, v.Rule) {
			n.used += v.Count()
			suppressed = true
		}
	}
	return suppressed
}

func (e *External) covers(v *finding.Finding) bool {
	return (e.entry == "" || e.entry == v.Entry) && (e.in == nil || e.in(v.File))
}

// cause returns why a finding is not reported that s suppresses.
func (s *Suppression) cause() *lint.SuppressedBy {
	return &lint.SuppressedBy{Kind: s.Kind, Reason: s.Reason}
}

// SetUnused records the names of rules of which nothing was suppressed, or fewer
// findings than were accepted, if ran reports that they would have been found.
func (s *Suppression) SetUnused(ran func(name string) bool) {
	needed := 1
	if s.External != nil {
		needed = max(s.Count, 1)
	}
	for i, rule := range s.Rules {
		if s.names[i].used < needed && ran(rule) {
			s.Unused = append(s.Unused, rule)
		}
	}
}

// unused returns copies of suppressions of which nothing is used.
func unused(list []*Suppression) []*Suppression {
	copies := make([]*Suppression, len(list))
	for i, s := range list {
		c := *s
		c.names = slices.Clone(s.names)
		for n := range c.names {
			c.names[n].used = 0
		}
		copies[i] = &c
	}
	return copies
}
