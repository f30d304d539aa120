package engine

import (
	"context"
	"sync"

	"github.com/iatilint/iatilint/internal/finding"
)

// crossCheck is the judgement of one rule on the facts of all entries. Its
// violations are a stream, as there may be more than memory has space for.
type crossCheck struct {
	rule       int
	violations chan *finding.Finding
	problems   []error // complete when violations is closed
}

// maxBuffered is how many violations of a rule wait to be delivered.
const maxBuffered = 64

// crossChecks judges the facts, a few rules at a time, and delivers what they find
// in the order of the rules.
func (c *collector) crossChecks() {
	ctx, cancel := context.WithCancel(c.ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	var checks []*crossCheck
	for rule, facts := range c.facts {
		if facts != nil {
			checks = append(checks, &crossCheck{rule: rule, violations: make(chan *finding.Finding, maxBuffered)})
		}
	}
	running.Go(func() {
		slots := make(semaphore, c.config.Jobs)
		for _, check := range checks {
			if !slots.acquire(ctx, 1) {
				return
			}
			running.Go(func() {
				check.run(ctx, c)
				c.facts[check.rule] = nil // the next rule may need the memory
				slots.release(1)
			})
		}
	})
	for _, check := range checks {
		for v := range check.violations {
			if c.deliverDeferred(v); c.ended() {
				return
			}
		}
		c.outcome.Problems = append(c.outcome.Problems, check.problems...)
		c.flush(c.deliver)
	}
}

// run judges the facts of the rule until ctx ends.
func (check *crossCheck) run(ctx context.Context, c *collector) {
	defer close(check.violations)
	p := newPass(check.rule, c.config.Rules[check.rule], forGoroutine(c.config.Env), c.config.rulesFor, finding.Resolver{
		Index: finding.NewIndex(c.files),
		Deliver: func(v *finding.Finding) {
			select {
			case check.violations <- v:
			case <-ctx.Done():
			}
		},
		OnError: func(err error) { check.problems = append(check.problems, err) },
	})
	if err := guard(p, func() { p.Rule.Check.Judge(p, c.facts[check.rule]) }); err != nil {
		check.problems = append(check.problems, err)
	}
}
