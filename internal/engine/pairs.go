package engine

import (
	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// pairVisitor is a rule's check of pairs of one kind of node.
type pairVisitor struct {
	pass *lint.Pass
	run  func(p *lint.Pass, before, after schema.Node)
}

// groupVisitor is a rule's check of all pairs of one kind of node in an entry.
type groupVisitor struct {
	pass *lint.Pass
	run  func(*lint.Pass, []lint.NodePair[schema.Node])
}

// compare runs the rules on what changed in an entry.
func (w *worker) compare(after *schema.Entry) {
	before, match, err := w.config.Earlier.Before(after)
	if err != nil {
		w.fail(err)
		return
	}
	w.enter(after.File, after, before, match)
	if before == nil {
		w.visitPair(nil, after, after)
		return
	}
	defer attachment.Release(&before.Memory)
	if before.MissingLevels != after.MissingLevels {
		return // one of the two is a part of what the other is
	}
	if match.Same {
		w.visitPair(before, after, after)
		return
	}
	var groups [schema.Kinds][]lint.NodePair[schema.Node]
	compare.Pairs(before, after, func(b, a, node schema.Node) {
		w.visitPair(b, a, node)
		if kind := kindOf(b, a); len(w.groupVisitors[kind]) > 0 {
			groups[kind] = append(groups[kind], lint.NodePair[schema.Node]{Before: b, After: a, Node: node})
		}
	})
	for kind, group := range groups {
		for _, v := range w.groupVisitors[kind] {
			if v.pass.Node = after; len(group) > 0 {
				w.fail(guard(v.pass, func() { v.run(v.pass, group) }))
			}
		}
	}
}

// kindOf returns the kind of two nodes of which one may be missing.
func kindOf(b, a schema.Node) schema.Kind {
	if a == nil {
		return schema.KindOf(b)
	}
	return schema.KindOf(a)
}

// visitPair runs the rules on one pair of nodes. node is where it stands now.
func (w *worker) visitPair(b, a, node schema.Node) {
	for _, v := range w.pairVisitors[kindOf(b, a)] {
		v.pass.Node = node
		w.fail(guard(v.pass, func() { v.run(v.pass, b, a) }))
	}
}

// visitGone runs the rules on the entries that the submission no longer has.
func (w *worker) visitGone() error {
	return w.config.Earlier.Gone(func(before *schema.Entry, file *schema.File) error {
		w.enter(file, nil, before, lint.Match{})
		w.visitPair(before, nil, nil)
		return nil
	})
}
