package engine

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// result is what came of a task.
type result struct {
	task
	broken     bool // the file can't be read past this entry
	counts     counts
	elsewhere  map[string]*counts // by path: what of the entry stands in other files
	violations []lint.Violation
	listed     int // how many of them; the others stand for what is not
	facts      []gathered
	summary    *EntrySummary
	problems   []error
	offset     int64 // bytes of the file up to and with the entry
	requests   []*request
}

// gathered is what a rule keeps of an entry.
type gathered struct {
	rule  int
	facts []byte
}

// counts is how much of what an entry holds.
type counts struct{ entries, results, indicators, periods int }

// add counts for a file.
func (c *counts) add(s *FileStats) {
	s.Entries += c.entries
	s.Results += c.results
	s.Indicators += c.indicators
	s.Periods += c.periods
}

// worker runs all rules on one entry at a time.
type worker struct {
	config   Config
	passes   []*lint.Pass // by rule
	visitors [schema.Kinds][]visitor
	texts    []visitor   // of narratives, by their text
	quiet    *lint.Quiet // texts that need not be visited again

	gatherers int                   // rules that gather
	faults    map[string]*lint.Pass // by rule ID
	keeper    *lint.Keeper
	result    *result
	env       *lint.Environment // the goroutine's own
	off       []bool            // by rule, in the file at hand
	tallies   []tally           // by rule, of the entry or file at hand
	tallied   []int             // rules that have one
	path      string            // of that file
	special   bool              // it is configured otherwise than the run
	naming    naming

	pairVisitors [schema.Kinds][]pairVisitor
	together     [schema.Kinds]bool // whether a rule looks at all pairs of an entry at a time
}

func newWorker(config Config) *worker {
	w := &worker{config: config, faults: map[string]*lint.Pass{}, keeper: new(lint.Keeper)}
	w.env = config.Env.ForGoroutine()
	w.off = make([]bool, len(config.Rules))
	w.quiet = new(lint.Quiet)
	w.tallies = make([]tally, len(config.Rules))
	for i, enabled := range config.Rules {
		p := newPass(enabled, w.env)
		w.off[i] = enabled.Off
		p.Keeper, p.Quiet = w.keeper, w.quiet
		p.Fail = func(err error) { w.result.problems = append(w.result.problems, err) }
		p.Wanted = func(v *lint.Violation) bool { return w.wanted(i, v) }
		p.Deliver = func(v lint.Violation) {
			if w.inFile(i, &v) {
				w.result.violations = append(w.result.violations, v)
			}
		}
		w.passes = append(w.passes, p)
		w.faults[enabled.Rule.ID] = p
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
			w.pairVisitors[v.Kind] = append(w.pairVisitors[v.Kind], pairVisitor{p, v})
			w.together[v.Kind] = w.together[v.Kind] || v.All != nil
		}
	}
	if len(w.texts) < worthQuiet {
		w.visitors[schema.NarrativeNode] = append(w.visitors[schema.NarrativeNode], w.texts...)
		w.texts = nil
	}
	return w
}

// worthQuiet is from how many checks of texts on it takes less time to find out
// that a text was silent before than to look at it again.
const worthQuiet = 8

func newPass(enabled Enabled, env *lint.Environment) *lint.Pass {
	return &lint.Pass{Rule: enabled.Rule, Severity: enabled.Severity, Env: env, Options: enabled.Options}
}

func (w *worker) do(t task) result {
	r := result{task: t}
	w.result = &r
	w.keeper.Input = t.input
	if t.file != nil {
		w.enter(t.file.Path)
	}
	if t.end {
		w.file(t.file)
		w.rests(t.file, nil)
	} else if entry := t.job(); entry != nil {
		w.entry(entry)
		w.rests(entry.File, entry)
		if source := entry.Source; source != nil {
			r.offset = source.Base.Offset + int64(len(source.Text))
		}
		w.env.NextEntry()
		attachment.Release(&entry.Memory)
	}
	return r
}

// entry runs every rule on an entry.
func (w *worker) entry(e *schema.Entry) {
	w.result.requests = w.requests(e.File, e, e.Suppressions)
	for i := range e.Faults {
		w.fault(e.File, e, &e.Faults[i])
	}
	if e.Broken {
		w.result.broken = true
		w.result.stop.stop()
		return
	}
	w.result.counts.entries = 1
	w.walk(e)
	if w.config.Earlier != nil {
		w.compare(e)
	}
	w.result.facts = make([]gathered, 0, w.gatherers)
	for i, p := range w.passes {
		if gather := p.Rule.Check.Gather; gather != nil && !w.off[i] {
			w.guard(p, e, func() {
				if facts := gather(p, e); facts != nil {
					w.result.facts = append(w.result.facts, gathered{i, facts})
				}
			})
		}
	}
	if w.config.Summarise != nil {
		s := w.config.Summarise(w.env, e)
		s.Identifier = strings.Clone(lint.EntryName(s.Identifier)) // or it would keep the entry's text
		w.result.summary = &s
	}
}

// count counts a node for the file that it stands in.
func (w *worker) count(e *schema.Entry, n schema.Node, kind schema.Kind) {
	switch kind {
	case schema.ResultNode:
		w.countsOf(e, n).results++
	case schema.IndicatorNode:
		w.countsOf(e, n).indicators++
	case schema.PeriodNode:
		w.countsOf(e, n).periods++
	}
}

func (w *worker) countsOf(e *schema.Entry, n schema.Node) *counts {
	path := e.Source.FileAt(n.Place(), e.File).Path
	if path == e.File.Path {
		return &w.result.counts
	}
	if w.result.elsewhere == nil {
		w.result.elsewhere = map[string]*counts{}
	}
	if w.result.elsewhere[path] == nil {
		w.result.elsewhere[path] = &counts{}
	}
	return w.result.elsewhere[path]
}

// visitor is a rule's look at one kind of node.
type visitor struct {
	pass *lint.Pass
	run  func(*lint.Pass, schema.Node)
}

// walk visits every node with every rule that looks at its kind. A rule that
// panics is told of and passed over at that node; the walk goes on behind it.
func (w *worker) walk(e *schema.Entry) {
	for _, p := range w.passes {
		p.File, p.Entry = e.File, e
	}
	for done := 0; ; {
		next, whole := w.walkFrom(e, done)
		if whole {
			return
		}
		done = next
	}
}

// walkFrom makes the visits of a walk but the first skip ones, until a rule
// panics. It returns the number of visits begun, and whether that is all.
func (w *worker) walkFrom(e *schema.Entry, skip int) (visits int, whole bool) {
	var at *lint.Pass
	defer func() {
		if cause := recover(); cause != nil {
			w.result.problems = append(w.result.problems, panicError(at, e, cause))
		}
	}()
	visit := func(all []visitor, n schema.Node) {
		for i := range all {
			v := &all[i]
			if visits++; visits <= skip {
				continue
			}
			at = v.pass
			v.pass.Node = n
			v.run(v.pass, n)
		}
	}
	schema.Walk(e, func(n schema.Node) {
		kind := schema.KindOf(n)
		if skip == 0 {
			w.count(e, n, kind)
		}
		visit(w.visitors[kind], n)
		if kind != schema.NarrativeNode || len(w.texts) == 0 {
			return
		}
		narrative, _ := n.(*schema.Narrative)
		text := w.quiet.Text(w.env, e, narrative)
		if w.quiet.Has(text) {
			visits += len(w.texts)
			return
		}
		w.quiet.Listen()
		visit(w.texts, n)
		if visits-len(w.texts) >= skip {
			w.quiet.Heard(text)
		}
	})
	return visits, true
}

func (w *worker) guard(p *lint.Pass, e *schema.Entry, run func()) {
	defer w.recovered(p, e)
	p.File, p.Entry, p.Node = e.File, e, nil
	run()
}

// recovered turns a panic of a rule into a problem that names it.
func (w *worker) recovered(p *lint.Pass, e *schema.Entry) {
	if cause := recover(); cause != nil {
		w.result.problems = append(w.result.problems, panicError(p, e, cause))
	}
}

func panicError(p *lint.Pass, e *schema.Entry, cause any) error {
	where := "the whole submission"
	switch {
	case e != nil:
		where = fmt.Sprintf("entry %q of %s", lint.EntryName(e.Identifier.Value), e.File.Path)
	case p.File != nil:
		where = p.File.Path
	}
	return &PanicError{Rule: p.Rule.ID, Where: where, Cause: cause, Stack: debug.Stack()}
}

// PanicError is a fault of a rule, not of the submission. The run goes on
// without that rule's verdict on the entry.
type PanicError struct {
	Rule, Where string
	Cause       any
	Stack       []byte
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("rule %s failed on %s: %v (this is a mistake in iatilint; please report it)", e.Rule, e.Where, e.Cause)
}

// file runs the rules on files as a whole.
func (w *worker) file(f *schema.File) {
	if f == nil {
		return
	}
	w.result.requests = w.requests(f, nil, f.Suppressions)
	for i := range f.Faults {
		w.fault(f, nil, &f.Faults[i])
	}
	for _, p := range w.passes {
		if check := p.Rule.Check.File; check != nil {
			p.File, p.Entry, p.Node = f, nil, nil
			func() {
				defer w.recovered(p, nil)
				check(p, f)
			}()
		}
	}
}

// fault reports what a reader found, if the rule that it belongs to is on.
func (w *worker) fault(file *schema.File, e *schema.Entry, f *schema.Fault) {
	p := w.faults[f.Rule]
	if p == nil {
		return
	}
	p.File, p.Entry, p.Node = file, e, nil
	v := lint.Violation{At: f.At, Source: f.Source, Message: f.Message, Refs: f.Refs, Hint: f.Hint}
	for _, r := range f.Related {
		v.Related = append(v.Related, lint.Related{At: r.At, Message: r.Message})
	}
	if f.Unread {
		v.Severity = lint.Error // what was not checked is no success
	}
	if f.Fix != nil {
		v.Fixes = []lint.Fix{lint.Replace(f.Fix.Title, f.Fix.Safe, f.Fix.At, f.Fix.Text)}
	}
	p.Report(v)
	w.unkept(p, v, f.More)
}
