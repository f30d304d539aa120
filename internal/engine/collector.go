package engine

import (
	"context"
	"path/filepath"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// collector takes results in the order of the submission.
type collector struct {
	ctx      context.Context //nolint:containedctx // of the run that the collector is for
	config   Config
	outcome  Outcome
	stats    []FileStats
	broken   []bool              // by input
	breaks   []int64             // by input: the byte behind the entry that is broken
	order    map[string]int      // path -> input
	requests [][]*request        // by input
	whole    [][]*request        // those about the whole file
	late     []map[string]*named // those about entries, by these; made when it is needed
	gathered []lint.Log          // by rule, of those that found facts
	files    []*schema.File      // by input
	found    late                // by the rule at hand
	progress Progress
	err      error // of Deliver
}

func newCollector(ctx context.Context, config Config, files []Input) *collector {
	inputs := len(files)
	c := &collector{
		ctx:     ctx,
		config:  config,
		outcome: Outcome{Entries: lint.NewList[EntrySummary](config.newLog())},
		stats:   make([]FileStats, inputs),
		broken:  make([]bool, inputs),
		breaks:  make([]int64, inputs),

		requests: make([][]*request, inputs),
		whole:    make([][]*request, inputs),
		late:     make([]map[string]*named, inputs),
		gathered: make([]lint.Log, len(config.Rules)),
		files:    make([]*schema.File, inputs),
		order:    map[string]int{},
		found:    newLate(),
	}
	for i, file := range files {
		c.order[filepath.ToSlash(file.Path)] = i
	}
	return c
}

// inputOf is the input that a violation stands in, which was found in that of
// another file or in a file that is not checked by itself.
func (c *collector) inputOf(v *lint.Violation, found int) int {
	if v.Home == "" {
		return found
	}
	if i, ok := c.order[v.File]; ok {
		return i
	}
	return found
}

func (c *collector) take(r result) {
	i := r.input
	if c.broken[i] && !r.end {
		return // read ahead of the place where the file breaks off
	}
	if r.problem != nil {
		c.outcome.Problems = append(c.outcome.Problems, r.problem)
	}
	c.outcome.Problems = append(c.outcome.Problems, r.problems...)
	c.hear(r)
	for k := range r.violations {
		v := &r.violations[k]
		// What is wrong with the end of a broken file follows from the break.
		if c.broken[i] && (v.Unread || v.Span.Start.Offset >= c.breaks[i]) {
			continue
		}
		asked := about(r.requests, v)
		if k >= r.listed {
			asked = nil // what the entry asks for was seen to when they were counted
		}
		c.deliver(c.inputOf(v, i), v, asked)
	}
	if r.file != nil {
		c.files[i] = r.file
	}
	if r.broken {
		c.broken[i], c.breaks[i] = true, r.offset
	}
	for _, g := range r.facts {
		c.gather(g.rule, g.facts)
	}
	if r.summary != nil {
		c.outcome.Entries.Add(*r.summary)
	}
	s := &c.stats[i]
	r.counts.add(s)
	for path, counts := range r.elsewhere {
		if other, ok := c.order[path]; ok {
			counts.add(&c.stats[other])
		}
	}
	if f := r.file; r.end && f != nil {
		s.Path, s.Format, s.Version, s.Bytes = f.Path, f.Format, f.Version.Value, f.Bytes
		c.order[f.Path] = i
	}
	c.tell(r)
}

// gather adds the facts of an entry to those of a rule.
func (c *collector) gather(rule int, facts []byte) {
	if c.gathered[rule] == nil {
		c.gathered[rule] = c.config.newLog()
	}
	c.gathered[rule].Append(facts)
}

// deliver hands a violation on, unless one of the requests, or one that is
// about the whole file, asks not to.
func (c *collector) deliver(input int, v *lint.Violation, requests []*request) {
	to := c.config.Deliver
	if v.Waived = c.suppressed(input, v, requests); v.Waived != nil {
		c.outcome.Suppressed += v.Count()
		to = c.config.Waived
	}
	c.pass(input, v, to)
}

func (c *collector) pass(input int, v *lint.Violation, to func(int, *lint.Violation) error) {
	if !c.ended() && to != nil {
		c.err = to(input, v)
	}
}

// ended tells whether there is no more use in going on.
func (c *collector) ended() bool {
	if c.err == nil && c.ctx.Err() != nil {
		c.err = context.Cause(c.ctx)
	}
	return c.err != nil
}

// tell says how far the run has come.
func (c *collector) tell(r result) {
	if c.config.Progress == nil {
		return
	}
	c.progress.Entries += r.counts.entries
	c.progress.Input, c.progress.Offset, c.progress.Done = r.input, r.offset, r.end
	c.config.Progress(c.progress)
}

// finish judges what was gathered from all files.
func (c *collector) finish() *Outcome {
	if c.judge(); c.ended() {
		return nil
	}
	if c.config.Earlier != nil {
		c.gone()
		c.restsLate(c.deliver)
	}
	c.outcome.Problems = append(c.outcome.Problems, c.judgeRequests()...)
	for _, s := range c.stats {
		if s.Path != "" {
			c.outcome.Files = append(c.outcome.Files, s)
		}
	}
	return &c.outcome
}

// gone reports the entries that the submission no longer has, in the file that
// they would stand in.
func (c *collector) gone() {
	w := newWorker(c.config)
	w.result = &result{}
	for i, p := range w.passes {
		p.Wanted = nil // of each entry there is one
		p.Deliver = func(v lint.Violation) {
			if c.config.inFile(i, &v) {
				c.deliverLate(&v)
			}
		}
	}
	if err := w.gone(); err != nil {
		c.outcome.Problems = append(c.outcome.Problems, err)
	}
	c.outcome.Problems = append(c.outcome.Problems, w.result.problems...)
}
