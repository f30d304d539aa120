package engine

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// result is the result of a task.
type result struct {
	task
	ends       bool             // the file can't be read past this entry
	counts     map[countKey]int // nodes of the entry
	violations []finding.Finding
	facts      []ruleFacts
	summary    *EntrySummary
	problems   []error
	offset     int64 // bytes of the file up to and with the entry
	comments   []*suppress.Suppression
}

// countKey is a kind of nodes in one file.
type countKey struct {
	path string
	kind schema.Kind
}

// ruleFacts is what a rule gathered from an entry.
type ruleFacts struct {
	rule  int
	facts []byte
}

// worker runs all rules on one entry at a time.
type worker struct {
	config   Config
	passes   []*lint.Pass // by rule
	visitors [schema.Kinds][]visitor
	prepared [schema.Kinds][]visitor // those with a Prepare
	nothing  keyCache                // keys for which those find nothing

	nodes   [schema.Kinds][]schema.Node // of the entry at hand
	inOrder []schema.Node               // the same

	gatherers int                           // rules that gather
	faults    [schema.FaultKinds]*lint.Pass // of the rules that report them, by kind
	index     *finding.Index
	result    *result
	env       *lint.Environment // the goroutine's own
	limiter   *limiter          // of the entry or file at hand
	resolver  *suppress.Resolver

	path  string    // of the file at hand
	rules []Enabled // as configured for the file

	pairVisitors  [schema.Kinds][]pairVisitor
	groupVisitors [schema.Kinds][]groupVisitor
}

func newWorker(config Config) *worker {
	w := &worker{
		config:   config,
		rules:    config.Rules,
		index:    finding.NewIndex(nil),
		env:      forGoroutine(config.Env),
		limiter:  newLimiter(config.PerEntry),
		resolver: suppress.NewResolver(config.Names, config.Env.AsOf),
	}
	for i, enabled := range config.Rules {
		p := newPass(i, enabled, w.env, w.rulesFor, finding.Resolver{Index: w.index, Admit: w.admit, Deliver: w.add, OnError: w.fail})
		p.Nodes = &w.nodes
		w.passes = append(w.passes, p)
		for _, kind := range enabled.Rule.Check.Faults {
			w.faults[kind] = p
		}
		if enabled.UnreadOnly {
			continue
		}
		if enabled.Rule.Check.Gather != nil {
			w.gatherers++
		}
		for _, v := range enabled.Rule.Check.Visits {
			list := &w.visitors[v.Kind]
			if v.Prepare != nil {
				list = &w.prepared[v.Kind]
			}
			*list = append(*list, visitor{p, v})
		}
		for _, v := range enabled.Rule.Check.Pairs {
			if v.All != nil {
				w.groupVisitors[v.Kind] = append(w.groupVisitors[v.Kind], groupVisitor{p, v.All})
				continue
			}
			w.pairVisitors[v.Kind] = append(w.pairVisitors[v.Kind], pairVisitor{p, v.Run})
		}
	}
	return w
}

func (w *worker) do(t task) *result {
	r := &result{task: t}
	w.result = r
	w.index.SetInput(t.input)
	if t.file != nil {
		w.enterFile(t.file.Path)
	}
	if t.end {
		w.checkFile(t.file)
	} else if entry := t.job(); entry != nil {
		w.checkEntry(entry)
		if source := entry.Source; source != nil {
			r.offset = source.Base.Offset + int64(len(source.Text))
		}
		attachment.NextEntry(&w.env.Scope)
		attachment.Release(&entry.Memory)
	}
	w.limiter.flush(func(_ limitKey, o *overflow) { r.violations = append(r.violations, *o.violation(!t.end)) })
	return r
}

// enter makes all passes look at a file, at an entry that begins in it, and at the
// same entry in the earlier submission; nil = none.
func (w *worker) enter(f *schema.File, e, earlier *schema.Entry, match lint.Match) {
	for _, p := range w.passes {
		p.File, p.Entry, p.Node, p.Earlier, p.Match = f, e, nil, earlier, match
	}
}

// checkEntry runs every rule on an entry.
func (w *worker) checkEntry(e *schema.Entry) {
	w.enter(e.File, e, nil, lint.Match{})
	w.addComments(e.File, e, e.Suppressions)
	for i := range e.Faults {
		w.fault(&e.Faults[i])
	}
	if e.Unusable {
		w.result.ends = true
		w.result.broken.Store(true)
		return
	}
	w.result.counts = map[countKey]int{{e.File.Path, schema.EntryNode}: 1}
	w.walk(e)
	if w.config.Earlier != nil {
		w.compare(e)
	}
	w.enter(e.File, e, nil, lint.Match{})
	w.result.facts = make([]ruleFacts, 0, w.gatherers)
	for i, p := range w.passes {
		if gather := p.Rule.Check.Gather; gather != nil && !w.rules[i].Off {
			w.fail(guard(p, func() {
				if facts := gather(p, e); facts != nil {
					w.result.facts = append(w.result.facts, ruleFacts{i, facts})
				}
			}))
		}
	}
	if w.config.Summarise != nil {
		s := w.config.Summarise(w.env, e)
		s.Identifier = strings.Clone(excerpt.EntryName(s.Identifier)) // or it would keep the entry's text
		w.result.summary = &s
	}
}

// visitor is a rule's look at one kind of node.
type visitor struct {
	pass  *lint.Pass
	visit lint.Visit
}

// walk visits every node with every rule that looks at its kind. The panic of a
// rule becomes a problem, and the walk continues behind the visit.
func (w *worker) walk(e *schema.Entry) {
	w.list(e)
	w.count(e)
	for _, n := range w.inOrder {
		kind := schema.KindOf(n)
		w.visit(w.visitors[kind], n, nil)
		if visitors := w.prepared[kind]; len(visitors) > 0 {
			w.visitPrepared(visitors, n)
		}
	}
}

// count counts the nodes of an entry in the files that they are in.
func (w *worker) count(e *schema.Entry) {
	for _, kind := range []schema.Kind{schema.ResultNode, schema.IndicatorNode, schema.PeriodNode} {
		if own := len(w.nodes[kind]); own > 0 && (e.Source == nil || len(e.Source.Parts) == 0) {
			w.result.counts[countKey{e.File.Path, kind}] = own
			continue
		}
		for _, n := range w.nodes[kind] {
			w.result.counts[countKey{e.Source.FileAt(n.Place(), e.File).Path, kind}]++
		}
	}
}

// list lists the nodes of an entry, for the rules that look at all of a kind.
func (w *worker) list(e *schema.Entry) {
	for kind := range w.nodes {
		clear(w.nodes[kind]) // or it would keep those of the last entry
		w.nodes[kind] = w.nodes[kind][:0]
	}
	clear(w.inOrder)
	w.inOrder = w.inOrder[:0]
	schema.Walk(e, func(n schema.Node) {
		kind := schema.KindOf(n)
		w.nodes[kind] = append(w.nodes[kind], n)
		w.inOrder = append(w.inOrder, n)
	})
}

// visitPrepared visits a node with the rules that share what is prepared for them,
// unless they are known to find nothing.
func (w *worker) visitPrepared(visitors []visitor, n schema.Node) {
	prepared, key := visitors[0].visit.Prepare(visitors[0].pass, n)
	if key != 0 && w.nothing.has(key) && !w.env.Uncached {
		return
	}
	if !w.visit(visitors, n, prepared) {
		w.nothing.add(key)
	}
}

// visit visits a node with all of the rules, and reports whether one found
// something. The panic of one becomes a problem.
func (w *worker) visit(visitors []visitor, n schema.Node, prepared any) (found bool) {
	for len(visitors) > 0 {
		begun, some := w.visitSome(visitors, n, prepared)
		visitors, found = visitors[begun:], found || some
	}
	return found
}

// visitSome visits a node with the rules up to one that panics, and returns the
// number of visits begun.
func (w *worker) visitSome(visitors []visitor, n schema.Node, prepared any) (begun int, found bool) {
	defer func() {
		if cause := recover(); cause != nil {
			found = true
			w.fail(panicError(visitors[begun-1].pass, cause))
		}
	}()
	for i := range visitors {
		v := &visitors[i]
		begun++
		v.pass.Node = n
		found = v.visit.Run(v.pass, n, prepared) || found
	}
	return begun, found
}

// keyCache holds keys, each until another of the same remainder is added.
type keyCache [1 << 15]uint64

func (c *keyCache) has(key uint64) bool { return c[key%uint64(len(c))] == key }

func (c *keyCache) add(key uint64) { c[key%uint64(len(c))] = key }

// fail adds a problem, unless it is nil.
func (w *worker) fail(problem error) {
	if problem != nil {
		w.result.problems = append(w.result.problems, problem)
	}
}

// guard calls run, and returns its panic as an error that names the rule and
// where its pass is.
func guard(p *lint.Pass, run func()) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = panicError(p, cause)
		}
	}()
	run()
	return nil
}

func panicError(p *lint.Pass, cause any) error {
	where := "the whole submission"
	switch e := p.Entry; {
	case e != nil:
		where = fmt.Sprintf("entry %q of %s", excerpt.EntryName(e.Identifier.Value), e.File.Path)
	case p.File != nil:
		where = p.File.Path
	}
	return &PanicError{Rule: p.Rule.ID, Where: where, Cause: cause, Stack: debug.Stack()}
}

// PanicError is a fault of a rule, not of the submission. The run continues, but
// the rule does not report the rest of what it was looking at.
type PanicError struct {
	Rule, Where string
	Cause       any
	Stack       []byte
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("rule %s failed on %s: %v (this is a mistake in iatilint; please report it)", e.Rule, e.Where, e.Cause)
}

// checkFile runs the rules on a file as a whole.
func (w *worker) checkFile(f *schema.File) {
	if f == nil {
		return
	}
	w.enter(f, nil, nil, lint.Match{})
	w.addComments(f, nil, f.Suppressions)
	for i := range f.Faults {
		w.fault(&f.Faults[i])
	}
	for i, p := range w.passes {
		if check := p.Rule.Check.File; check != nil && !w.rules[i].Off {
			w.fail(guard(p, func() { check(p, f) }))
		}
	}
}

// fault reports what a reader found, if the rule that reports its kind is on or
// something was left unread.
func (w *worker) fault(f *schema.Fault) {
	p := w.faults[f.Kind]
	if p == nil {
		return
	}
	resolverOf(p).ReportFault(p, f)
}
