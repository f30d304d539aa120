package engine

import (
	"sync"

	"github.com/iatilint/iatilint/rules/lint"
)

// verdict is what a rule finds across entries.
type verdict struct {
	rule       int
	violations chan lint.Violation
	problems   []error // complete when violations is closed
}

// ahead is how many violations a rule may be ahead of those delivered.
const ahead = 64

// judge lets the rules judge what was gathered, a few of them at a time, and
// delivers what they find in the order of the rules.
func (c *collector) judge() {
	var verdicts []*verdict
	for rule, facts := range c.gathered {
		if facts != nil {
			verdicts = append(verdicts, &verdict{rule: rule, violations: make(chan lint.Violation, ahead)})
		}
	}
	over := make(chan struct{})
	var judges sync.WaitGroup
	judges.Go(func() {
		places := make(chan struct{}, max(c.config.Jobs, 1))
		for _, v := range verdicts {
			select {
			case places <- struct{}{}:
			case <-over:
				return
			}
			judges.Go(func() {
				v.reach(&c.config, c.gathered[v.rule], lint.Keeper{Files: c.files}, over)
				c.gathered[v.rule] = nil // the next rule may need the room
				<-places
			})
		}
	})
	for _, v := range verdicts {
		for found := range v.violations {
			if c.config.inFile(v.rule, &found) {
				c.deliverLate(&found)
			}
			if c.ended() {
				close(over)
				judges.Wait()
				return
			}
		}
		c.outcome.Problems = append(c.outcome.Problems, v.problems...)
		c.restsLate(c.deliver)
	}
	judges.Wait()
}

// reach judges facts, until nobody wants to know any more.
func (v *verdict) reach(config *Config, facts lint.Log, keeper lint.Keeper, over <-chan struct{}) {
	defer close(v.violations)
	enabled := config.Rules[v.rule]
	p := newPass(enabled, config.Env.ForGoroutine())
	p.Keeper = &keeper
	p.Fail = func(err error) { v.problems = append(v.problems, err) }
	p.Deliver = func(found lint.Violation) {
		select {
		case v.violations <- found:
		case <-over:
		}
	}
	defer func() {
		if cause := recover(); cause != nil {
			v.problems = append(v.problems, panicError(p, nil, cause))
		}
	}()
	enabled.Rule.Check.Judge(p, facts)
}
