package fix

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/finding"
)

// candidate is a fix that may be made, in the bytes of its file.
type candidate struct {
	rule  string
	place string // line and column, for messages
	title string
	safe  bool
	edits []edit // in order of place
}

// key identifies a fix across rounds, wherever earlier edits have moved it to.
func (c *candidate) key() string {
	var b strings.Builder
	b.WriteString(c.rule + "\x00" + c.title)
	for _, e := range c.edits {
		b.WriteString("\x00" + strconv.FormatInt(e.end-e.start, 10) + "\x00" + e.text)
	}
	return b.String() + "\x00" + c.place
}

// candidateOf returns the first fix of a violation that may be made and that the
// file's encoding can hold.
func candidateOf(f *File, v *finding.Finding, unsafe bool) (candidate, bool) {
	if v.Span.Cell != "" {
		return candidate{}, false
	}
	for _, fix := range v.Fixes {
		if !fix.Safe && !unsafe {
			continue
		}
		if edits, ok := encoded(f, fix.Edits); ok {
			place := strconv.Itoa(v.Span.Start.Line) + ":" + strconv.Itoa(v.Span.Start.Column)
			return candidate{v.Rule, place, fix.Title, fix.Safe, edits}, true
		}
	}
	return candidate{}, false
}

func encoded(f *File, list []finding.Edit) ([]edit, bool) {
	var edits []edit
	for _, e := range list {
		text, err := f.Encode(e.Text)
		if err != nil && e.ASCII != "" {
			text, err = f.Encode(e.ASCII)
		}
		if err != nil || e.File != f.Name || e.Start < 0 || e.End < e.Start {
			return nil, false
		}
		edits = append(edits, edit{e.Start, e.End, string(text)})
	}
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	for i := 1; i < len(edits); i++ {
		if edits[i].start < edits[i-1].end {
			return nil, false
		}
	}
	return edits, len(edits) > 0
}

// choose returns fixes that do not touch each other: safe ones first, then by
// place. The others are found again in the round after these are made.
func choose(list []candidate) []candidate {
	order := slices.Clone(list)
	slices.SortStableFunc(order, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.edits[0].start, b.edits[0].start), cmp.Compare(a.rule, b.rule))
	})
	var chosen []candidate
	taken := spans{}
	for _, safe := range []bool{true, false} {
		for _, c := range order {
			if c.safe == safe && taken.add(c.edits) {
				chosen = append(chosen, c)
			}
		}
	}
	slices.SortStableFunc(chosen, func(a, b candidate) int { return cmp.Compare(a.edits[0].start, b.edits[0].start) })
	return chosen
}

// spans are the places of the chosen edits, in order.
type spans struct{ list []edit }

// add adds edits unless one of them touches an edit already added. It reports
// whether they were added.
func (s *spans) add(edits []edit) bool {
	for _, e := range edits {
		i := s.position(e)
		if i > 0 && s.list[i-1].end >= e.start || i < len(s.list) && s.list[i].start <= e.end {
			return false
		}
	}
	for _, e := range edits {
		s.list = slices.Insert(s.list, s.position(e), e)
	}
	return true
}

func (s *spans) position(e edit) int {
	i, _ := slices.BinarySearchFunc(s.list, e, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	return i
}

// merged returns the edits of fixes that do not touch each other, in order of place.
func merged(list []candidate) []edit {
	var edits []edit
	for _, c := range list {
		edits = append(edits, c.edits...)
	}
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	return edits
}
