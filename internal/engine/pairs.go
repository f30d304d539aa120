package engine

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Earlier is the submission before the one that is checked.
type Earlier interface {
	// Before finds the earlier self of an entry and how it was recognised; nil
	// if the entry is new.
	Before(*schema.Entry) (*schema.Entry, lint.Match, error)
	// Pairs calls visit for the two entries and all that they hold, each node
	// beside its earlier self; the one that is missing is nil.
	Pairs(before, after *schema.Entry, visit func(before, after schema.Node))
	// Gone calls visit for the entries that the submission no longer has, in the
	// earlier one's order; file is the current file that they would stand in.
	Gone(visit func(before *schema.Entry, file *schema.File)) error
}

// pairVisitor is a rule's look at pairs of one kind of node.
type pairVisitor struct {
	pass *lint.Pass
	run  func(p *lint.Pass, before, after schema.Node)
}

// compare runs the rules on what changed in an entry.
func (w *worker) compare(after *schema.Entry) {
	before, match, err := w.config.Earlier.Before(after)
	if err != nil {
		w.result.problems = append(w.result.problems, err)
		return
	}
	if before == nil {
		w.pair(nil, after, nil, after, match)
		return
	}
	if match.Same {
		w.pair(before, after, before, after, match)
		return
	}
	w.config.Earlier.Pairs(before, after, func(b, a schema.Node) { w.pair(before, after, b, a, match) })
}

// pair runs the rules on one pair of nodes.
func (w *worker) pair(before, after *schema.Entry, b, a schema.Node, match lint.Match) {
	kind, node := schema.KindOf(a), a
	if a == nil {
		kind, node = schema.KindOf(b), b
	}
	for _, v := range w.pairVisitors[kind] {
		w.runPair(v, before, after, b, a, node, match)
	}
}

func (w *worker) runPair(v pairVisitor, before, after *schema.Entry, b, a, node schema.Node, match lint.Match) {
	defer w.recovered(v.pass, after)
	p := v.pass
	p.Entry, p.Earlier, p.Node, p.Match = after, before, node, match
	if after != nil {
		p.File = after.File
	}
	v.run(p, b, a)
}

// gone runs the rules on the entries that the submission no longer has.
func (w *worker) gone() error {
	return w.config.Earlier.Gone(func(before *schema.Entry, file *schema.File) {
		for _, v := range w.pairVisitors[schema.EntryNode] {
			v.pass.File = file
		}
		w.pair(before, nil, before, nil, lint.Match{})
	})
}
