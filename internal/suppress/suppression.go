// Package suppress implements what keeps findings from being reported: comments
// in the submission, settings, approvals, and violations accepted earlier. It
// resolves which rules a suppression names, matches findings, and counts what is
// used of each, so that those that are not needed any more can be reported.
package suppress

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Suppression keeps findings of some rules from being reported. Make one with
// Resolver.New, Resolver.Comment, or by adding it to a Set.
type Suppression struct {
	lint.Suppression

	About string // the file of the submission that it is about; "" = any

	rules map[string][]int       // rule ID -> indexes into Rules of the names that mean it; shared
	used  []int                  // findings suppressed, by index into Rules
	entry string                 // name of the only entry that it holds in; "" = any
	in    func(file string) bool // reports whether it holds in a file; nil = in any

	accepted
	scope
}

// accepted identifies the findings that an acceptance suppresses.
type accepted struct {
	Fingerprint string
	Message     string
	Count       int // how many of them
}

// scope is the part of a file that a comment is about.
type scope struct {
	within     schema.Range // the entry; unknown = the whole of it
	start, end int64        // the same in bytes of the file; equal where it reaches into other files
	entryStart int64        // offset of the entry
	wholeFile  bool
}

// suppress reports whether s suppresses a finding, and if so counts it as used.
func (s *Suppression) suppress(v *lint.Violation) bool {
	names := s.rules[v.Rule]
	if v.Unread || s.Ended || len(names) == 0 || s.entry != "" && s.entry != v.Entry || s.in != nil && !s.in(v.File) {
		return false
	}
	for _, i := range names {
		s.used[i] += v.Count()
	}
	return true
}

// cause returns why a finding is not reported that s suppresses.
func (s *Suppression) cause() *lint.SuppressedBy {
	return &lint.SuppressedBy{Kind: s.Kind, Reason: s.Reason}
}

// SetUnused records the names of rules of which nothing was suppressed, or fewer
// findings than were accepted, if ran reports that they would have been found.
func (s *Suppression) SetUnused(ran func(name string) bool) {
	for i, name := range s.Rules {
		if s.used[i] < max(s.Count, 1) && ran(name) {
			s.Unused = append(s.Unused, name)
		}
	}
}

// unused returns copies of suppressions of which nothing is used.
func unused(list []*Suppression) []*Suppression {
	copies := make([]*Suppression, len(list))
	for i, s := range list {
		c := *s
		c.used = make([]int, len(s.used))
		copies[i] = &c
	}
	return copies
}
