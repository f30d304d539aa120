package engine

import "github.com/iatilint/iatilint/rules/lint"

// enter configures the worker for the file of a path.
func (w *worker) enter(path string) {
	if w.config.ForFile == nil || path == w.path {
		return
	}
	w.path = path
	rules := w.config.Rules
	w.env.Language = w.config.Env.Language
	f := w.config.ForFile(path)
	if f != nil || w.special {
		w.quiet.Forget()
	}
	w.special = f != nil
	if f != nil {
		rules = f.Rules
		if f.Language != "" {
			w.env.Language = f.Language
		}
	}
	for i, p := range w.passes {
		p.Severity, p.Options = rules[i].Severity, rules[i].Options
		w.off[i] = rules[i].Off
	}
}

// inFile reports whether a rule reports its violation in the file of that, which
// may be another one than the entry begins in.
func (w *worker) inFile(rule int, v *lint.Violation) bool {
	if v.Home == "" {
		return !w.off[rule] || v.Unread
	}
	return w.config.inFile(rule, v)
}

// inFile gives a violation the severity that its rule has in its file, and
// reports whether the rule is on there.
func (c *Config) inFile(rule int, v *lint.Violation) bool {
	if v.Unread {
		return true
	}
	enabled := c.Rules[rule]
	if c.ForFile != nil {
		if f := c.ForFile(v.File); f != nil {
			enabled = f.Rules[rule]
			if enabled.Severity != 0 {
				v.Severity = enabled.Severity
			}
		}
	}
	return !enabled.Off
}
