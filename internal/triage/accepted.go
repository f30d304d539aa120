package triage

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Acceptance is violations that were accepted earlier: those of one fingerprint.
type Acceptance struct {
	Fingerprint string
	Rule        string
	Entry       string
	File        string
	Message     string
	Count       int // how many there are
	Reason      string
	Until       schema.Date

	Silence lint.Silence // of one that was read

	used int
}

// id is what a violation is known again by. Those of no entry are told apart
// by their file.
type id struct{ fingerprint, file string }

func idOf(fingerprint, entry, file string) id {
	if entry != "" {
		file = ""
	}
	return id{fingerprint, file}
}

// Accepted is the violations that were accepted earlier. It serves one run.
type Accepted struct {
	known map[id]*Acceptance
	found map[id]*Acceptance // to be written; nil = nothing is
	file  func(string) string

	last, lastName string // the file asked about last
}

// NewAccepted makes a step of triage of what was accepted. file gives a file
// the name that the list knows it by.
func NewAccepted(list []Acceptance, file func(string) string) *Accepted {
	a := &Accepted{known: map[id]*Acceptance{}, file: file}
	for i := range list {
		one := &list[i]
		one.Count = max(one.Count, 1)
		key := idOf(one.Fingerprint, one.Entry, one.File)
		if before := a.known[key]; before != nil {
			before.Count += one.Count
			continue
		}
		a.known[key] = one
	}
	return a
}

// named is the name that the list knows a file by. Most violations are in the file
// of the one before.
func (a *Accepted) named(file string) string {
	if file != a.last || a.lastName == "" {
		a.last, a.lastName = file, a.file(file)
	}
	return a.lastName
}

// Rewrite lets everything that is found be accepted from now on.
func (a *Accepted) Rewrite() { a.found = map[id]*Acceptance{} }

// Keep tells whether a violation has still to be judged: whether it was not
// accepted. What was is marked.
func (a *Accepted) Keep(v *lint.Violation) bool {
	if a.found == nil && len(a.known) == 0 {
		return true
	}
	file := a.named(v.File)
	key := idOf(v.Fingerprint, v.Entry, file)
	if a.found != nil {
		v.Waived = &lint.Waiver{Kind: lint.Acceptance, Reason: a.add(key, v, file)}
		return false
	}
	one := a.known[key]
	if one == nil || one.Silence.Ended || one.used+v.Count() > one.Count {
		return true
	}
	one.used += v.Count()
	v.Waived = &lint.Waiver{Kind: lint.Acceptance, Reason: one.Reason}
	return false
}

// add lets a violation be written, and gives the reason that it is with.
func (a *Accepted) add(key id, v *lint.Violation, file string) string {
	if one := a.found[key]; one != nil {
		one.Count += v.Count()
		return one.Reason
	}
	one := &Acceptance{Fingerprint: v.Fingerprint, Rule: v.Rule, Entry: v.Entry, File: file, Message: v.Message, Count: v.Count()}
	if before := a.known[key]; before != nil {
		one.Reason, one.Until = before.Reason, before.Until
	}
	a.found[key] = one
	return one.Reason
}

// Found lists what is to be written, in an order that stays.
func (a *Accepted) Found() []Acceptance {
	list := make([]Acceptance, 0, len(a.found))
	for _, one := range a.found {
		list = append(list, *one)
	}
	slices.SortFunc(list, func(x, y Acceptance) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Entry, y.Entry), cmp.Compare(x.Rule, y.Rule),
			cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	return list
}

// Unmatched lists what was accepted and is not there any more, or not as often.
func (a *Accepted) Unmatched() []*Acceptance {
	var list []*Acceptance
	if a.found != nil {
		return nil
	}
	for _, one := range a.known {
		if one.used < one.Count {
			list = append(list, one)
		}
	}
	slices.SortFunc(list, func(x, y *Acceptance) int {
		return cmp.Or(cmp.Compare(x.Silence.Span.Start.Line, y.Silence.Span.Start.Line), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	return list
}

// accept takes out what was accepted.
func (t *Triage) accept(v *lint.Violation) bool {
	if t.options.Accepted == nil || t.options.Accepted.Keep(v) {
		return true
	}
	t.summary.Accepted += v.Count()
	return false
}
