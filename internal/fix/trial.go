package fix

import (
	"io"
	"maps"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
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
	harmed := broken(t.before, after, all)
	switch {
	case harmed == nil:
		return all, nil
	case len(fixes) == 1:
		t.harmful = append(t.harmful, harm{fixes[0], harmed.why(fixes[0])})
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
	c := counts{rules: map[string]int{}}
	open := func() (io.ReadCloser, error) { return t.file.open(edits) }
	var err error
	c.entries, err = t.check.Alone(t.file, open, func(v *lint.Violation) { c.rules[v.Rule]++ })
	return c, err
}

// counts is what a check found.
type counts struct {
	rules   map[string]int // violations
	entries int            // that could be read
}

// endings are the rules whose violations end the reading of a file.
var endings = []string{"file/not-well-formed", "file/bad-encoding", "file/unsupported-version"}

// law is what fixes break: the rule that has more to say, or an entry is lost.
type law struct {
	rule string
}

func (l *law) why(c candidate) string {
	switch l.rule {
	case "":
		return "there would be fewer entries"
	case c.rule:
		return "the violation would still be there"
	}
	return "there would be one more violation of " + l.rule
}

// broken tells the law that fixes break: each silences its violation, and none
// adds another. Where a fix makes a file readable, what is found in it was there
// before. What a rule finds in one file only beside others is not counted before
// either.
func broken(before, after counts, fixes []candidate) *law {
	fixed := map[string]int{}
	for _, f := range fixes {
		fixed[f.rule]++
	}
	readable := slices.ContainsFunc(endings, func(rule string) bool { return after.rules[rule] < before.rules[rule] })
	for _, rule := range slices.Sorted(maps.Keys(after.rules)) {
		n, was := after.rules[rule], before.rules[rule]
		adds := n > was && (!readable || slices.Contains(endings, rule))
		stays := fixed[rule] > 0 && n > max(was-fixed[rule], 0)
		if adds || stays {
			return &law{rule}
		}
	}
	if after.entries < before.entries {
		return &law{}
	}
	return nil
}
