package engine

import (
	"slices"

	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// addComments adds the suppressions of an entry, or of the file outside of its
// entries, up to the limit.
func (w *worker) addComments(f *schema.File, e *schema.Entry, list []schema.Suppression) {
	for i := range list {
		if i == f.Limits.OrDefault().Ignores {
			fault := f.Limits.TooManyIgnores(&list[i])
			w.fault(&fault)
			return
		}
		w.result.comments = append(w.result.comments, w.resolver.Comment(f, e, &list[i]))
	}
}

// admit reports whether a violation in the entry or file at hand is to be resolved
// for reports, and lets comments suppress it.
func (w *worker) admit(p *lint.Pass, v *lint.Violation) bool {
	v.Rule = p.Rule.ID
	suppress.ApplyInEntry(v, w.result.comments)
	return w.limiter.admit(limitKey{rule: v.Rule}, v)
}

// add adds a violation that was resolved to the result.
func (w *worker) add(v lint.Violation) {
	if w.limiter.resolved(&v) {
		w.result.violations = append(w.result.violations, v)
	}
}

// judgeComments reports what is wrong with the suppressions in the files. Nothing
// suppresses that.
func (c *collector) judgeComments() {
	for i := range c.inputs {
		if c.inputs[i].broken {
			continue // what they are about may stand behind the break
		}
		for _, s := range c.inputs[i].comments.All {
			c.addProblems(c.config.JudgeSuppression(s, true, func(v *lint.Violation) {
				c.limited(c.inputOf(v, i), v, c.send)
			}))
		}
	}
	c.flush(c.send)
}

// JudgeSuppression runs the rules on suppressions over one. checked reports that
// the run has checked all that it is about, so that it can be known to be unused.
func (c *Config) JudgeSuppression(s *suppress.Suppression, checked bool, deliver func(*lint.Violation)) (problems []error) {
	if checked {
		s.SetUnused(func(name string) bool { return c.ran(name, s.About) })
	}
	for i, enabled := range c.Rules {
		if check := enabled.Rule.Check.Suppression; check != nil {
			p := newPass(i, enabled, c.Env, c.rulesFor)
			p.Deliver = func(v lint.Violation) { deliver(&v) }
			if err := guard(p, func() { check(p, &s.Suppression) }); err != nil {
				problems = append(problems, err)
			}
		}
	}
	return problems
}

// ran reports whether one of the rules that a name means has checked a file for
// all that it could report: what it did not report is not there. Rules that
// compare entries do not count, as they may find more in a run on more files.
func (c *Config) ran(name, file string) bool {
	ids := c.Names[name]
	return slices.ContainsFunc(c.rulesFor(file), func(e Enabled) bool {
		check := &e.Rule.Check
		return slices.Contains(ids, e.Rule.ID) && !e.Off && check.Gather == nil && (len(check.Pairs) == 0 || c.Earlier != nil)
	})
}
