package engine

import (
	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// pairVisitor is a rule's look at pairs of one kind of node.
type pairVisitor struct {
	pass  *lint.Pass
	visit lint.PairVisit
}

// compare runs the rules on what changed in an entry.
func (w *worker) compare(after *schema.Entry) {
	before, match, err := w.config.Earlier.Before(after)
	if err != nil {
		w.result.problems = append(w.result.problems, err)
		return
	}
	if before == nil {
		w.pair(nil, after, nil, after, after, match)
		return
	}
	defer before.Release()
	if before.Absent != after.Absent {
		return // one of the two is a part of what the other is
	}
	if match.Same {
		w.pair(before, after, before, after, after, match)
		return
	}
	var couples [schema.Kinds][]lint.Couple[schema.Node]
	compare.Pairs(before, after, func(b, a, node schema.Node) {
		w.pair(before, after, b, a, node, match)
		if kind := kindOf(b, a); w.together[kind] {
			couples[kind] = append(couples[kind], lint.Couple[schema.Node]{Before: b, After: a, Node: node})
		}
	})
	for kind, list := range couples {
		for _, v := range w.pairVisitors[kind] {
			if v.visit.All != nil && len(list) > 0 {
				w.runPair(v.pass, before, after, after, match, func() { v.visit.All(v.pass, list) })
			}
		}
	}
}

// kindOf is the kind of two nodes of which one may be missing.
func kindOf(b, a schema.Node) schema.Kind {
	if a == nil {
		return schema.KindOf(b)
	}
	return schema.KindOf(a)
}

// pair runs the rules on one pair of nodes, of which node is where it stands
// now.
func (w *worker) pair(before, after *schema.Entry, b, a, node schema.Node, match lint.Match) {
	for _, v := range w.pairVisitors[kindOf(b, a)] {
		if v.visit.Run != nil {
			w.runPair(v.pass, before, after, node, match, func() { v.visit.Run(v.pass, b, a) })
		}
	}
}

func (w *worker) runPair(p *lint.Pass, before, after *schema.Entry, node schema.Node, match lint.Match, run func()) {
	defer w.recovered(p, after)
	p.Entry, p.Earlier, p.Node, p.Match = after, before, node, match
	if after != nil {
		p.File = after.File
	}
	run()
}

// gone runs the rules on the entries that the submission no longer has.
func (w *worker) gone() error {
	return w.config.Earlier.Gone(func(before *schema.Entry, file *schema.File) error {
		for _, v := range w.pairVisitors[schema.EntryNode] {
			v.pass.File = file
		}
		w.pair(before, nil, before, nil, nil, lint.Match{})
		return nil
	})
}
