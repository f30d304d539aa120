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

// rulesFor returns the rules as configured for a file, which may be another one
// than the entry at hand begins in.
func (w *worker) rulesFor(path string) []Enabled {
	if path == w.path {
		return w.rules
	}
	return w.config.rulesFor(path)
}

// newPass returns a pass of a rule, given how all are configured for a file.
func newPass(rule int, enabled Enabled, env *lint.Environment, rulesFor func(path string) []Enabled) *lint.Pass {
	inFile := func(path string) (lint.Severity, bool) {
		inFile := &rulesFor(path)[rule]
		return inFile.Severity, !inFile.Off
	}
	return &lint.Pass{Rule: enabled.Rule, Env: env, Options: enabled.Options, InFile: inFile}
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
