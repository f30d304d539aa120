package settings

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
)

// Rule is a rule as it is set for a run or an input.
type Rule struct {
	Rule     *lint.Rule
	Severity lint.Severity // of all its violations; 0 = as the rule says
	Options  any
	Off      bool
}

// InputSettings are the settings of an input. Inputs to which the same overrides
// apply share them.
type InputSettings struct {
	Rules    []Rule // one for each of the plan's Enabled, in the same order
	Language string // of text that declares none; "" = unknown
}

// For returns the settings of the input of a path; nil if they are those of the run.
func (p *Plan) For(path string) *InputSettings {
	matching := make([]byte, len(p.Overrides))
	for i, o := range p.Overrides {
		matching[i] = '0'
		if anyMatch(o.Paths, path) {
			matching[i] = '1'
		}
	}
	key := string(matching)
	if !strings.Contains(key, "1") {
		return nil
	}
	cached, ok := p.inputs.Load(key)
	if !ok {
		cached, _ = p.inputs.LoadOrStore(key, p.combined(matching))
	}
	s, _ := cached.(*InputSettings)
	return s
}

// combined returns the settings with the overrides that match.
func (p *Plan) combined(matching []byte) *InputSettings {
	var further []Rules
	s := &InputSettings{Language: string(p.Language)}
	for i, o := range p.Overrides {
		if matching[i] == '0' {
			continue
		}
		further = append(further, o.Rules)
		if o.Language != "" {
			s.Language = string(o.Language)
		}
	}
	names := newNames(p.known.Catalogue)
	for _, r := range p.Enabled {
		s.Rules = append(s.Rules, p.rule(r.Rule, names, further...))
	}
	return s
}

// enabledRules returns the rules that are on for the run or for some files.
func (p *Plan) enabledRules(names names) []Rule {
	var enabled []Rule
	for _, rule := range p.known.Catalogue {
		r := p.rule(rule, names)
		on := func(o Override) bool { return !p.rule(rule, names, o.Rules).Off }
		if !r.Off || slices.ContainsFunc(p.Overrides, on) {
			enabled = append(enabled, r)
		}
	}
	return enabled
}

// rule returns a rule as it is set. The later wins: the rule itself, the profiles,
// the file, further settings, the command line.
func (p *Plan) rule(rule *lint.Rule, names names, further ...Rules) Rule {
	r := Rule{Rule: rule, Options: rule.Options}
	for _, profile := range p.Profiles {
		if severity := profile.Severities[rule.ID]; severity != 0 {
			r.Severity = severity
		}
	}
	for _, settings := range append([]Rules{p.Rules}, further...) {
		for i := range settings {
			if s := &settings[i]; slices.Contains(s.IDs, rule.ID) {
				r.Off = s.Off
				if s.Severity != 0 {
					r.Severity = s.Severity
				}
				r.Options = s.configured(r.Options)
			}
		}
	}
	for _, s := range p.Severities {
		if slices.Contains(s.IDs, rule.ID) {
			r.Severity = s.Severity
		}
	}
	if slices.Contains(p.Select, RuleName(rule.ID)) {
		r.Off = false
	}
	if len(p.Select) > 0 && !names.include(p.Select, rule.ID) || names.include(p.Deselect, rule.ID) {
		r.Off = true
	}
	return r
}
