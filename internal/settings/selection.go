package settings

import (
	"slices"
	"strings"
	"sync"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/rules/lint"
)

// Selection says which rules run, and how. Select, Ignore and Severities are
// the command line's, and win over what a configuration file says.
type Selection struct {
	Select     []string          // rules or families; empty = all
	Ignore     []string          // rules or families
	Severities map[string]string // by rule or family

	Rules     Rules
	Overrides []Override
}

// Enable picks and configures the rules of a run. Later words win: the rule's
// own severity, then the profiles', then the configuration's, then the command
// line's.
func (s Selection) Enable(catalogue []*lint.Rule, profiles []Profile) ([]engine.Enabled, error) {
	enabled, _, err := s.Configure(catalogue, profiles)
	return enabled, err
}

// Configure is Enable, and gives what is otherwise for single files; nil where
// nothing is.
func (s Selection) Configure(catalogue []*lint.Rule, profiles []Profile) ([]engine.Enabled, func(path string) *engine.FileConfig, error) {
	c := &chooser{Selection: s, profiles: profiles, severities: map[string]lint.Severity{}}
	names := newNames(catalogue)
	var err error
	if c.selected, err = names.expand(s.Select); err != nil {
		return nil, nil, err
	}
	if c.ignored, err = names.expand(s.Ignore); err != nil {
		return nil, nil, err
	}
	if err := names.severities(s.Severities, c.severities); err != nil {
		return nil, nil, err
	}
	var enabled []engine.Enabled
	for _, rule := range catalogue {
		if e := c.enabled(rule); !e.Off || c.onSomewhere(rule) {
			enabled = append(enabled, e)
		}
	}
	if len(s.Overrides) == 0 {
		return enabled, nil, nil
	}
	return enabled, func(path string) *engine.FileConfig { return c.forFile(enabled, path) }, nil
}

// chooser decides on rules, one by one.
type chooser struct {
	Selection
	profiles          []Profile
	selected, ignored map[string]bool          // by rule ID
	severities        map[string]lint.Severity // of the command line, by rule ID
	files             sync.Map                 // by matching overrides
}

// enabled is a rule as the configuration and further settings have it.
func (c *chooser) enabled(rule *lint.Rule, further ...Rules) engine.Enabled {
	e := engine.Enabled{Rule: rule, Options: rule.Options}
	for _, p := range c.profiles {
		if severity := p.Severities[rule.ID]; severity != 0 {
			e.Severity = severity
		}
	}
	for _, settings := range append([]Rules{c.Rules}, further...) {
		for i := range settings {
			if s := &settings[i]; index(s.IDs, rule.ID) >= 0 {
				e.Off = s.Off
				if s.Severity != 0 {
					e.Severity = s.Severity
				}
				e.Options = s.configured(e.Options)
			}
		}
	}
	if severity := c.severities[rule.ID]; severity != 0 {
		e.Severity = severity
	}
	if slices.Contains(c.Select, rule.ID) {
		e.Off = false
	}
	if len(c.Select) > 0 && !c.selected[rule.ID] || c.ignored[rule.ID] {
		e.Off = true
	}
	return e
}

// onSomewhere tells whether a rule that is off is on for some files.
func (c *chooser) onSomewhere(rule *lint.Rule) bool {
	for _, o := range c.Overrides {
		if !c.enabled(rule, o.Rules).Off {
			return true
		}
	}
	return false
}

// forFile is what is otherwise for a file. Files for which the same overrides
// hold share it.
func (c *chooser) forFile(all []engine.Enabled, path string) *engine.FileConfig {
	matching := make([]byte, len(c.Overrides))
	for i, o := range c.Overrides {
		if anyMatch(o.Paths, path) {
			matching[i] = 1
		}
	}
	key := string(matching)
	if strings.Trim(key, "\x00") == "" {
		return nil
	}
	known, ok := c.files.Load(key)
	if !ok {
		known, _ = c.files.LoadOrStore(key, c.combined(all, matching))
	}
	f, _ := known.(*engine.FileConfig)
	return f
}

// combined is what the matching overrides say together.
func (c *chooser) combined(all []engine.Enabled, matching []byte) *engine.FileConfig {
	var further []Rules
	f := new(engine.FileConfig)
	for i, o := range c.Overrides {
		if matching[i] == 0 {
			continue
		}
		further = append(further, o.Rules)
		if o.Language != "" {
			f.Language = string(o.Language)
		}
	}
	for _, e := range all {
		f.Rules = append(f.Rules, c.enabled(e.Rule, further...))
	}
	return f
}
