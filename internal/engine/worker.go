package engine

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// result is the result of a task.
type result struct {
	task
	ends       bool             // the file can't be read past this entry
	counts     map[countKey]int // nodes of the entry
	violations []lint.Violation
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
	texts    []visitor   // of narratives, by their text
	quiet    *lint.Quiet // texts that need not be visited again

	gatherers int                   // rules that gather
	byID      map[string]*lint.Pass // by rule ID
	keeper    *lint.Keeper
	result    *result
	env       *lint.Environment // the goroutine's own
	limiter   *limiter          // of the entry or file at hand
	resolver  *suppress.Resolver

	path  string      // of the file at hand
	file  *FileConfig // of that; nil = that of the run
	rules []Enabled   // as configured for the file

	pairVisitors  [schema.Kinds][]pairVisitor
	groupVisitors [schema.Kinds][]groupVisitor
}

func newWorker(config Config) *worker {
	w := &worker{
		config:   config,
		rules:    config.Rules,
		byID:     map[string]*lint.Pass{},
		keeper:   new(lint.Keeper),
		quiet:    new(lint.Quiet),
		env:      config.Env.ForGoroutine(),
		limiter:  newLimiter(config.PerEntry),
		resolver: suppress.NewResolver(config.Names, config.Env.AsOf),
	}
	for i, enabled := range config.Rules {
		p := newPass(i, enabled, w.env, w.rulesFor)
		p.Keeper, p.Quiet = w.keeper, w.quiet
		p.Fail = w.fail
		p.Wanted = func(v *lint.Violation) bool { return w.admit(p, v) }
		p.Deliver = w.add
		w.passes = append(w.passes, p)
		w.byID[enabled.Rule.ID] = p
		if enabled.Rule.Check.Gather != nil {
			w.gatherers++
		}
		for _, v := range enabled.Rule.Check.Visits {
			if v.ByText {
				w.texts = append(w.texts, visitor{p, v.Run})
				continue
			}
			w.visitors[v.Kind] = append(w.visitors[v.Kind], visitor{p, v.Run})
		}
		for _, v := range enabled.Rule.Check.Pairs {
			if v.All != nil {
				w.groupVisitors[v.Kind] = append(w.groupVisitors[v.Kind], groupVisitor{p, v.All})
				continue
			}
			w.pairVisitors[v.Kind] = append(w.pairVisitors[v.Kind], pairVisitor{p, v.Run})
		}
	}
	if len(w.texts) < worthQuiet {
		w.visitors[schema.NarrativeNode] = append(w.visitors[schema.NarrativeNode], w.texts...)
		w.texts = nil
	}
	return w
}

// worthQuiet is the number of checks of texts from which on the cache of silent
// texts saves time.
const worthQuiet = 8

func (w *worker) do(t task) *result {
	r := &result{task: t}
	w.result = r
	w.keeper.Input = t.input
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
		w.env.NextEntry()
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
	if e.Broken {
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
		s.Identifier = strings.Clone(lint.EntryName(s.Identifier)) // or it would keep the entry's text
		w.result.summary = &s
	}
}

// visitor is a rule's look at one kind of node.
type visitor struct {
	pass *lint.Pass
	run  func(*lint.Pass, schema.Node)
}

// walk visits every node with every rule that looks at its kind. The panic of a
// rule becomes a problem, and the walk continues behind the visit.
func (w *worker) walk(e *schema.Entry) {
	schema.Walk(e, func(n schema.Node) {
		kind := schema.KindOf(n)
		if kind == schema.ResultNode || kind == schema.IndicatorNode || kind == schema.PeriodNode {
			w.result.counts[countKey{e.Source.FileAt(n.Place(), e.File).Path, kind}]++
		}
		w.visit(w.visitors[kind], n)
		if narrative, ok := n.(*schema.Narrative); ok && len(w.texts) > 0 {
			w.visitText(e, narrative)
		}
	})
}

// visitText visits a narrative with the rules that look at its text, unless they
// are known to be silent on it.
func (w *worker) visitText(e *schema.Entry, n *schema.Narrative) {
	text := w.quiet.Text(w.env, e, n)
	if w.quiet.Has(text) {
		return
	}
	w.quiet.Listen()
	w.visit(w.texts, n)
	w.quiet.Heard(text)
}

// visit visits a node with all of the rules. The panic of one becomes a problem.
func (w *worker) visit(visitors []visitor, n schema.Node) {
	for len(visitors) > 0 {
		visitors = visitors[w.visitSome(visitors, n):]
	}
}

// visitSome visits a node with the rules up to one that panics, and returns the
// number of visits begun.
func (w *worker) visitSome(visitors []visitor, n schema.Node) (begun int) {
	defer func() {
		if cause := recover(); cause != nil {
			p := visitors[begun-1].pass
			p.Unsettled()
			w.fail(panicError(p, cause))
		}
	}()
	for i := range visitors {
		v := &visitors[i]
		begun++
		v.pass.Node = n
		v.run(v.pass, n)
	}
	return begun
}

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
		where = fmt.Sprintf("entry %q of %s", lint.EntryName(e.Identifier.Value), e.File.Path)
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
	for _, p := range w.passes {
		if check := p.Rule.Check.File; check != nil {
			w.fail(guard(p, func() { check(p, f) }))
		}
	}
}

// fault reports what a reader found, if the rule that it belongs to is on.
func (w *worker) fault(f *schema.Fault) {
	p := w.byID[f.Rule]
	if p == nil {
		return
	}
	v := lint.Violation{At: f.At, Source: f.Source, Message: f.Message, Refs: f.Refs, Hint: f.Hint, Unread: f.Unread}
	for _, r := range f.Related {
		v.Related = append(v.Related, lint.Related{At: r.At, Message: r.Message})
	}
	if f.Fix != nil {
		v.Fixes = []lint.Fix{lint.Replace(f.Fix.Title, f.Fix.Safe, f.Fix.At, f.Fix.Text)}
	}
	p.Report(v)
	if v.More = f.More; v.More > 0 {
		p.Report(v) // only counts those that the reader did not keep
	}
}
