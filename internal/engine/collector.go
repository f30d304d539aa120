package engine

import (
	"context"

	"github.com/iatilint/iatilint/rules/lint"
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
	gathered []*lint.Gathered    // by rule, of those that found facts
	found    late                // by the rule at hand
	progress Progress
	err      error // of Deliver
}

func newCollector(ctx context.Context, config Config, inputs int) *collector {
	return &collector{
		ctx:    ctx,
		config: config,
		stats:  make([]FileStats, inputs),
		broken: make([]bool, inputs),
		breaks: make([]int64, inputs),

		requests: make([][]*request, inputs),
		whole:    make([][]*request, inputs),
		late:     make([]map[string]*named, inputs),
		gathered: make([]*lint.Gathered, len(config.Rules)),
		order:    map[string]int{},
		found:    newLate(),
	}
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
		if c.follows(i, v) {
			continue
		}
		asked := about(r.requests, v)
		if k >= r.listed {
			asked = nil // what the entry asks for was seen to when they were counted
		}
		c.deliver(i, v, asked)
	}
	if r.broken {
		c.broken[i], c.breaks[i] = true, r.offset
	}
	for rule, facts := range r.facts {
		if facts != nil {
			c.gather(rule, facts)
		}
	}
	if r.summary != nil {
		c.outcome.Entries = append(c.outcome.Entries, *r.summary)
	}
	s := &c.stats[i]
	s.Entries += r.counts.entries
	s.Results += r.counts.results
	s.Indicators += r.counts.indicators
	s.Periods += r.counts.periods
	if f := r.file; r.end && f != nil {
		s.Path, s.Format, s.Version, s.Bytes = f.Path, f.Format, f.Version.Value, f.Bytes
		c.order[f.Path] = i
	}
	c.tell(r)
}

// follows tells what is found of a broken file only because it is broken.
func (c *collector) follows(input int, v *lint.Violation) bool {
	return c.broken[input] && (v.Rule == "file/not-well-formed" || v.Rule == "file/bad-encoding" || v.Span.Start.Offset >= c.breaks[input])
}

// gather adds the facts of an entry to those of a rule.
func (c *collector) gather(rule int, facts any) {
	defer func() {
		if cause := recover(); cause != nil {
			p := newPass(c.config.Rules[rule], c.config.Env)
			c.outcome.Problems = append(c.outcome.Problems, panicError(p, nil, cause))
		}
	}()
	if c.gathered[rule] == nil {
		all := c.config.Rules[rule].Rule.Check.Gathered()
		c.gathered[rule] = &all
	}
	c.gathered[rule].Add(facts)
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
	for i, enabled := range c.config.Rules {
		if c.ended() {
			return nil
		}
		if all := c.gathered[i]; all != nil {
			c.judge(i, enabled, all)
			c.gathered[i] = nil // the next rule may need the room
			c.restsLate(c.deliver)
		}
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
			if c.inFile(i, &v) {
				c.deliverLate(&v)
			}
		}
	}
	if err := w.gone(); err != nil {
		c.outcome.Problems = append(c.outcome.Problems, err)
	}
	c.outcome.Problems = append(c.outcome.Problems, w.result.problems...)
}

func (c *collector) judge(rule int, enabled Enabled, all *lint.Gathered) {
	p := newPass(enabled, c.config.Env)
	p.Keeper = new(lint.Keeper)
	p.Fail = func(err error) { c.outcome.Problems = append(c.outcome.Problems, err) }
	p.Deliver = func(v lint.Violation) {
		if c.inFile(rule, &v) {
			c.deliverLate(&v)
		}
	}
	defer func() {
		if cause := recover(); cause != nil {
			c.outcome.Problems = append(c.outcome.Problems, panicError(p, nil, cause))
		}
	}()
	all.Judge(p)
}
