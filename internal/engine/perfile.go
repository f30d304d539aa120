package engine

import "github.com/iatilint/iatilint/rules/lint"

// enterFile configures the worker for a file.
func (w *worker) enterFile(path string) {
	if w.config.ForFile == nil || path == w.path {
		return
	}
	w.path = path
	f := w.config.ForFile(path)
	if f != w.file {
		w.quiet.Forget()
	}
	w.file, w.rules, w.env.Language = f, w.config.Rules, w.config.Env.Language
	if f != nil {
		w.rules = f.Rules
		if f.Language != "" {
			w.env.Language = f.Language
		}
	}
	for i, p := range w.passes {
		p.Options = w.rules[i].Options
	}
}

// inFile returns the configured severity of a rule in a file, which may be
// another one than the entry at hand begins in, and whether the rule is on there.
func (w *worker) inFile(rule int, path string) (lint.Severity, bool) {
	if path == w.path || w.config.ForFile == nil {
		return w.rules[rule].Severity, !w.rules[rule].Off
	}
	return w.config.inFile(rule, path)
}

// inFile returns the configured severity of a rule in a file, and whether the
// rule is on there.
func (c *Config) inFile(rule int, path string) (lint.Severity, bool) {
	enabled := c.rulesFor(path)[rule]
	return enabled.Severity, !enabled.Off
}

// rulesFor returns the rules as configured for a file.
func (c *Config) rulesFor(path string) []Enabled {
	if c.ForFile != nil {
		if f := c.ForFile(path); f != nil {
			return f.Rules
		}
	}
	return c.Rules
}
