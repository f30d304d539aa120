package engine

import (
	"cmp"
	"maps"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// A million violations of one rule in one entry are one mistake of whoever
// exported it. So many are listed, and one more stands for the rest.

// tally is what a rule has found in the entry, or in the file, at hand.
type tally struct {
	listed int
	open   lint.Rest // not listed
	asked  lint.Rest // nor reported, for the entry asks that
}

func (t *tally) rest(asked bool) *lint.Rest {
	if asked {
		return &t.asked
	}
	return &t.open
}

// wanted tells whether a violation of a rule is to be listed. If it is not, it
// is counted.
func (w *worker) wanted(rule int, v *lint.Violation) bool {
	if !w.inFile(rule, v) {
		return false
	}
	t := w.tally(rule)
	if limit := w.config.PerEntry; v.More > 0 || limit == 0 || t.listed < limit {
		t.listed++
		return true
	}
	asked := false
	for _, q := range about(w.result.requests, v) {
		asked = !v.Unread && !q.wholeFile && q.asks(w.config.Rules[rule].Rule.ID) || asked
	}
	t.rest(asked).Add(v)
	return false
}

// unkept counts faults that the reader did not keep. Where they stand is not
// known, so only a suppression for the whole entry holds for them.
func (w *worker) unkept(p *lint.Pass, like lint.Violation, n int) {
	rule := slices.Index(w.passes, p)
	if n == 0 || w.off[rule] && !like.Unread {
		return
	}
	like.More = n
	like.Severity = cmp.Or(p.Severity, like.Severity, p.Rule.Severity)
	asked := false
	for _, q := range w.result.requests {
		asked = !like.Unread && !q.wholeFile && !q.scope.Known() && q.asks(p.Rule.ID) || asked
	}
	w.tally(rule).rest(asked).Add(&like)
}

// rests reports what was found of an entry or a file and is not listed.
func (w *worker) rests(f *schema.File, e *schema.Entry) {
	slices.Sort(w.tallied)
	for _, rule := range w.tallied {
		w.restOf(rule, f, e, true)
	}
	w.result.listed = len(w.result.violations)
	for _, rule := range w.tallied {
		w.restOf(rule, f, e, false)
		w.tallies[rule] = tally{}
	}
	w.tallied = w.tallied[:0]
}

// tally is that of a rule, which has found something.
func (w *worker) tally(rule int) *tally {
	if !slices.Contains(w.tallied, rule) {
		w.tallied = append(w.tallied, rule)
	}
	return &w.tallies[rule]
}

func (w *worker) restOf(rule int, f *schema.File, e *schema.Entry, asked bool) {
	v, some := w.tallies[rule].rest(asked).Violation(within(e != nil))
	if !some {
		return
	}
	p := w.passes[rule]
	p.File, p.Entry, p.Node = f, e, v.Node
	p.Report(v)
}

func within(entry bool) string {
	if entry {
		return "entry"
	}
	return "file"
}

// late is what was found when the entries were gone, by rule and entry.
type late struct {
	listed map[lateKey]int
	rests  map[lateKey]*lateRest // of those of which too much was found
}

type lateKey struct {
	rule  string
	input int
	entry string
	asked bool
}

type lateRest struct {
	lint.Rest
	requests []*request // about the first
}

func newLate() late {
	return late{listed: map[lateKey]int{}, rests: map[lateKey]*lateRest{}}
}

// wantedLate is wanted for what is found when the entries are gone.
func (c *collector) wantedLate(input int, v *lint.Violation, requests []*request) bool {
	if c.config.PerEntry == 0 {
		return true
	}
	key := lateKey{rule: v.Rule, input: input, entry: v.Entry}
	if c.found.listed[key] < c.config.PerEntry {
		c.found.listed[key]++
		return true
	}
	for _, q := range requests {
		key.asked = !q.wholeFile && q.asks(v.Rule) || key.asked
	}
	rest := c.found.rests[key]
	if rest == nil {
		rest = &lateRest{}
		if key.asked {
			rest.requests = requests
		}
		c.found.rests[key] = rest
	}
	rest.Add(v)
	return false
}

// restsLate delivers what was found since the last time and is not listed.
func (c *collector) restsLate(deliver func(input int, v *lint.Violation, requests []*request)) {
	keys := slices.SortedFunc(maps.Keys(c.found.rests), lateKey.compare)
	for _, key := range keys {
		rest := c.found.rests[key]
		if v, some := rest.Violation(within(key.entry != "")); some {
			deliver(key.input, &v, rest.requests)
		}
	}
	c.found = newLate()
}

func (k lateKey) compare(other lateKey) int {
	return cmp.Or(
		cmp.Compare(k.input, other.input), cmp.Compare(k.entry, other.entry), cmp.Compare(k.rule, other.rule),
		cmp.Compare(number(k.asked), number(other.asked)),
	)
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
