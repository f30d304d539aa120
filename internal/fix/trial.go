package fix

import (
	"io"
	"maps"
	"slices"

	"github.com/iatilint/iatilint/internal/finding"
)

// trial checks what fixes make of a file before they are made.
type trial struct {
	file    *File
	check   Checker
	before  counts
	trials  int
	harmful []harm
}

// harm is a fix that is refused, and why.
type harm struct {
	candidate
	why string
}

// keep finds the fixes that can be made together with those already kept: all
// of them at best, else each half for itself, down to the one that does harm.
func (t *trial) keep(kept, fixes []candidate) ([]candidate, error) {
	if len(fixes) == 0 || t.trials >= maxTrials {
		return kept, nil
	}
	t.trials++
	all := append(slices.Clone(kept), fixes...)
	after, err := t.count(compose(t.file.seen.Size(), t.file.edits, merged(all)))
	if err != nil {
		return nil, err
	}
	why := harmOf(t.before, after, all)
	switch {
	case why == "":
		return all, nil
	case len(fixes) == 1:
		t.harmful = append(t.harmful, harm{fixes[0], why})
		return kept, nil
	}
	half := len(fixes) / 2
	if kept, err = t.keep(kept, fixes[:half]); err != nil {
		return nil, err
	}
	return t.keep(kept, fixes[half:])
}

// count counts what is found in the file with edits made.
func (t *trial) count(edits []edit) (counts, error) {
	c := counts{rules: map[string]tally{}}
	open := func() (io.ReadCloser, error) { return t.file.open(edits) }
	var err error
	c.entries, err = t.check.Alone(t.file, open, func(v *finding.Finding) {
		n := c.rules[v.Rule]
		n.all++
		if v.Unread {
			n.unread++
		}
		c.rules[v.Rule] = n
	})
	return c, err
}

// counts is what a check found.
type counts struct {
	rules   map[string]tally
	entries int // that could be read
}

// tally is the violations of a rule, and how many of them left something unread.
type tally struct{ all, unread int }

// harmOf returns what is wrong with the outcome of fixes, as a reason against the
// last of them; "" if nothing is. Each is to end its violation, and none is to
// add another. Where a fix makes a file readable, what is found in it was there
// before. What a rule finds in one file only beside others is not counted before
// either.
func harmOf(before, after counts, fixes []candidate) string {
	fixed := map[string]int{}
	for _, f := range fixes {
		fixed[f.rule]++
	}
	readable := false
	for rule, was := range before.rules {
		readable = readable || after.rules[rule].unread < was.unread
	}
	for _, rule := range slices.Sorted(maps.Keys(after.rules)) {
		n, was := after.rules[rule], before.rules[rule]
		adds := n.all > was.all && (!readable || n.unread > was.unread)
		stays := fixed[rule] > 0 && n.all > max(was.all-fixed[rule], 0)
		switch {
		case !adds && !stays:
		case rule == fixes[len(fixes)-1].rule:
			return "the violation would still be there"
		default:
			return "there would be one more violation of " + rule
		}
	}
	if after.entries < before.entries {
		return "there would be fewer entries"
	}
	return ""
}
