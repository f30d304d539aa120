package engine

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
)

// collector takes results in the order of the submission.
type collector struct {
	config     Config
	outcome    Outcome
	stats      []FileStats
	violations [][]lint.Violation // by input
	entries    [][]EntrySummary   // by input
	broken     []bool             // by input
	facts      [][]any            // by rule
	order      map[string]int     // path -> input
}

func newCollector(config Config, inputs int) *collector {
	return &collector{
		config:     config,
		stats:      make([]FileStats, inputs),
		violations: make([][]lint.Violation, inputs),
		entries:    make([][]EntrySummary, inputs),
		broken:     make([]bool, inputs),
		facts:      make([][]any, len(config.Rules)),
		order:      map[string]int{},
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
	for _, v := range r.violations {
		if c.broken[i] && (v.Rule == "file/not-well-formed" || v.Rule == "file/bad-encoding") {
			continue // what follows from the first break
		}
		c.violations[i] = append(c.violations[i], v)
	}
	c.broken[i] = c.broken[i] || r.broken
	for rule, facts := range r.facts {
		if facts != nil {
			c.facts[rule] = append(c.facts[rule], facts)
		}
	}
	if r.summary != nil {
		c.entries[i] = append(c.entries[i], *r.summary)
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
}

// finish judges what was gathered and puts everything in order.
func (c *collector) finish() *Outcome {
	for i, enabled := range c.config.Rules {
		if enabled.Rule.Check.Judge != nil && len(c.facts[i]) > 0 {
			c.judge(enabled, c.facts[i])
		}
	}
	if c.config.Earlier != nil {
		c.gone()
	}
	for i := range c.violations {
		slices.SortStableFunc(c.violations[i], byPlace)
		c.outcome.Violations = append(c.outcome.Violations, c.violations[i]...)
		if c.stats[i].Path != "" {
			c.outcome.Files = append(c.outcome.Files, c.stats[i])
		}
		c.outcome.Entries = append(c.outcome.Entries, c.countPerEntry(i)...)
	}
	return &c.outcome
}

// countPerEntry adds the number of violations to the entries of an input.
func (c *collector) countPerEntry(input int) []EntrySummary {
	perEntry := map[string]int{}
	for _, v := range c.violations[input] {
		perEntry[v.Entry]++
	}
	for i := range c.entries[input] {
		e := &c.entries[input][i]
		e.Violations = perEntry[e.Identifier]
	}
	return c.entries[input]
}

// gone reports the entries that the submission no longer has, in the file that
// they would stand in.
func (c *collector) gone() {
	w := newWorker(c.config)
	w.result = &result{}
	if err := w.gone(); err != nil {
		c.outcome.Problems = append(c.outcome.Problems, err)
	}
	c.outcome.Problems = append(c.outcome.Problems, w.result.problems...)
	for _, v := range w.result.violations {
		i := c.order[v.File]
		c.violations[i] = append(c.violations[i], v)
	}
}

func (c *collector) judge(enabled Enabled, facts []any) {
	p := newPass(enabled, c.config.Env)
	p.Keeper = new(lint.Keeper)
	p.Fail = func(err error) { c.outcome.Problems = append(c.outcome.Problems, err) }
	p.Deliver = func(v lint.Violation) {
		i := c.order[v.File]
		c.violations[i] = append(c.violations[i], v)
	}
	defer func() {
		if cause := recover(); cause != nil {
			c.outcome.Problems = append(c.outcome.Problems, panicError(p, nil, cause))
		}
	}()
	enabled.Rule.Check.Judge(p, facts)
}

func byPlace(a, b lint.Violation) int {
	return cmp.Or(
		cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset),
		cmp.Compare(a.Span.End.Offset, b.Span.End.Offset),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}
