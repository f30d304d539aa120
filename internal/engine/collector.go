package engine

import (
	"context"
	"path/filepath"

	"github.com/iatilint/iatilint/internal/facts"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/schema"
)

// collector collects results in the order of the submission.
type collector struct {
	ctx      context.Context //nolint:containedctx // of the run that the collector is for
	config   Config
	outcome  Outcome
	inputs   []inputState
	order    map[string]int // path -> index of the input
	files    []*schema.File // by input
	facts    []facts.Log    // by rule; nil = none
	limiter  *limiter       // of what is found when the entries are released
	progress Progress
	err      error // of Deliver, or the end of ctx
}

// inputState is what is known of an input.
type inputState struct {
	stats    FileStats
	comments suppress.Comments
	broken   bool
	brokenAt int64 // offset behind the entry that is broken
}

func newCollector(ctx context.Context, config Config, inputs []Input) *collector {
	c := &collector{
		ctx:     ctx,
		config:  config,
		outcome: Outcome{Entries: facts.NewList[EntrySummary](config.NewLog())},
		inputs:  make([]inputState, max(len(inputs), 1)), // an earlier entry may be gone with all inputs
		order:   map[string]int{},
		files:   make([]*schema.File, len(inputs)),
		facts:   make([]facts.Log, len(config.Rules)),
		limiter: newLimiter(config.PerEntry),
	}
	for i, input := range inputs {
		c.order[filepath.ToSlash(input.Path)] = i
	}
	return c
}

// collect takes in the next result.
func (c *collector) collect(r *result) {
	input := &c.inputs[r.input]
	if input.broken && !r.end {
		return // it was read before the break was found
	}
	if r.problem != nil {
		c.outcome.Problems = append(c.outcome.Problems, r.problem)
	}
	c.addProblems(r.problems)
	input.comments.Add(r.comments, input.stats.Entries == 0)
	c.deliverAll(r)
	if r.ends {
		input.broken, input.brokenAt = true, r.offset
	}
	for _, f := range r.facts {
		c.addFacts(f)
	}
	if r.summary != nil {
		c.outcome.Entries.Append(*r.summary)
	}
	c.addStats(r)
	c.reportProgress(r)
}

// deliverAll delivers the violations of a result, except for those at the end of
// a broken file that it has only because it is broken.
func (c *collector) deliverAll(r *result) {
	input := &c.inputs[r.input]
	for i := range r.violations {
		v := &r.violations[i]
		broken := v.Unread || v.Span.Start.Offset >= input.brokenAt
		if !input.broken || !broken {
			c.deliver(c.inputOf(v, r.input), v)
		}
	}
}

// inputOf returns the input that a violation stands in, which may be another one
// than that of its entry, or the latter if it stands in no input.
func (c *collector) inputOf(v *finding.Finding, home int) int {
	if i, ok := c.order[v.File]; ok && v.Home != "" {
		return i
	}
	return home
}

// deliver delivers a violation, which a comment on the whole file may suppress, as
// one in its entry may have before.
func (c *collector) deliver(input int, v *finding.Finding) {
	c.inputs[input].comments.ApplyWholeFile(v)
	c.send(input, v)
}

// send sends a violation to where the configuration says.
func (c *collector) send(input int, v *finding.Finding) {
	to := c.config.Deliver
	if v.SuppressedBy != nil {
		c.outcome.Suppressed += v.Count()
		to = c.config.DeliverSuppressed
	}
	if !c.ended() && to != nil {
		c.err = to(input, v)
	}
}

// deliverDeferred delivers a violation that was found when its entry was
// released.
func (c *collector) deliverDeferred(v *finding.Finding) {
	home := c.order[v.EntryFile()]
	c.inputs[home].comments.ApplyDeferred(v)
	c.limited(c.inputOf(v, home), v, c.deliver)
}

// limited delivers a violation as far as the limit allows.
func (c *collector) limited(input int, v *finding.Finding, deliver func(int, *finding.Finding)) {
	if c.limiter.admit(limitKey{input: input, entry: v.Entry, rule: v.Rule}, v) && c.limiter.resolved(v) {
		deliver(input, v)
	}
}

// flush delivers the violations that were only counted.
func (c *collector) flush(deliver func(int, *finding.Finding)) {
	c.limiter.flush(func(key limitKey, o *overflow) { deliver(key.input, o.violation(key.entry != "")) })
}

// ended reports whether the run is to end early.
func (c *collector) ended() bool {
	if c.err == nil && c.ctx.Err() != nil {
		c.err = context.Cause(c.ctx)
	}
	return c.err != nil
}

func (c *collector) addProblems(problems []error) {
	c.outcome.Problems = append(c.outcome.Problems, problems...)
}

func (c *collector) addFacts(f ruleFacts) {
	if c.facts[f.rule] == nil {
		c.facts[f.rule] = c.config.NewLog()
	}
	c.facts[f.rule].Append(f.facts)
}

// addStats adds the counts of a result to those of its files.
func (c *collector) addStats(r *result) {
	if f := r.file; f != nil {
		c.files[r.input], c.order[f.Path] = f, r.input
		if r.end {
			s := &c.inputs[r.input].stats
			s.Path, s.Format, s.Version, s.Bytes = f.Path, f.Format, f.Version.Value, f.Bytes
		}
	}
	for key, n := range r.counts {
		if i, ok := c.order[key.path]; ok {
			c.inputs[i].stats.add(key.kind, n)
		}
	}
}

func (c *collector) reportProgress(r *result) {
	if c.config.Progress == nil {
		return
	}
	if r.counts != nil {
		c.progress.Entries++
	}
	c.progress.Input, c.progress.Offset, c.progress.Done = r.input, r.offset, r.end
	c.config.Progress(c.progress)
}

// finish runs the checks on the submission as a whole.
func (c *collector) finish() *Outcome {
	if c.crossChecks(); c.ended() {
		return nil
	}
	if c.config.Earlier != nil {
		c.reportGone()
		c.flush(c.deliver)
	}
	c.judgeComments()
	for i := range c.inputs {
		if stats := c.inputs[i].stats; stats.Path != "" {
			c.outcome.Files = append(c.outcome.Files, stats)
		}
	}
	return &c.outcome
}

// reportGone reports the entries that the submission no longer has, in the file
// that they would stand in.
func (c *collector) reportGone() {
	w := newWorker(c.config)
	w.result = &result{}
	for _, p := range w.passes {
		r := resolverOf(p)
		r.Admit, r.Deliver = nil, c.deliverDeferred // each entry has one
	}
	w.fail(w.visitGone())
	c.addProblems(w.result.problems)
}
