package settings

import (
	"reflect"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/rules/lint"
)

// ruleWords are what may be said of a rule in one word.
func ruleWords() []string { return append(lint.Severities(), "on", "off") }

// severityKey is the key of a rule's level, beside its options.
const severityKey = "severity"

// ruleSettings decodes what is said about rules.
func (d *decoder) ruleSettings(n *node, what string) (any, bool) {
	if n.kind != group {
		d.fail(n.at, "%s is to be a group of keys, each the name of a rule or family, not %s", what, kindNames[n.kind])
		return nil, false
	}
	var settings Rules
	for _, m := range n.members {
		ids, ok := d.names.rules[m.key]
		if !ok {
			d.fail(m.at, "%s", unknown("rule or family", m.key, d.names.known))
			continue
		}
		if m.value.kind == null {
			continue
		}
		setting := RuleSetting{IDs: ids, at: m.at}
		if d.ruleSetting(m, &setting) {
			settings = append(settings, setting)
		}
	}
	slices.SortStableFunc(settings, func(a, b RuleSetting) int { return len(b.IDs) - len(a.IDs) })
	return settings, true
}

func (d *decoder) ruleSetting(m member, s *RuleSetting) bool {
	switch m.value.kind {
	case scalar:
		return d.ruleWord(m.value, m.key, s)
	case group:
	default:
		d.fail(m.value.at, "%s is to be off, a level, or a group of severity and options, not %s", m.key, kindNames[m.value.kind])
		return false
	}
	ok := true
	options := &node{kind: group, at: m.value.at}
	for _, o := range m.value.members {
		switch {
		case o.key == severityKey && o.value.kind == null:
		case o.key == severityKey:
			ok = d.isScalar(o.value, o.key) && d.ruleWord(o.value, m.key, s) && ok
		default:
			options.members = append(options.members, o)
		}
	}
	if len(options.members) > 0 {
		ok = d.checkOptions(m.key, options) && ok
		s.options = options
	}
	return ok
}

func (d *decoder) ruleWord(n *node, what string, s *RuleSetting) bool {
	switch n.text {
	case "off", "false":
		s.Off = true
	case "on", "true":
	default:
		severity, ok := lint.ParseSeverity(n.text)
		if !ok {
			d.fail(n.at, "%s cannot be %q%s", what, n.text, nearest.Hint(n.text, ruleWords()))
			return false
		}
		s.Severity = severity
	}
	return true
}

// checkOptions holds options against those that the rule has.
func (d *decoder) checkOptions(name string, options *node) bool {
	rule := d.rules[name]
	if rule == nil && strings.Contains(name, "/") {
		rule = d.rules[d.names.rules[name][0]] // by an alias
	}
	before := len(d.errs)
	if rule == nil || rule.Options == nil {
		for _, m := range options.members {
			d.fail(m.at, "%s has no option %q%s", name, m.key, nearest.Hint(m.key, []string{severityKey}))
		}
		return false
	}
	d.options(name, options, reflect.New(reflect.TypeOf(rule.Options).Elem()).Elem())
	return len(d.errs) == before
}

func (d *decoder) options(name string, n *node, into reflect.Value) {
	known := []string{severityKey}
	fields := fieldsOf(into.Type())
	for _, f := range fields {
		known = append(known, f.name)
	}
	for _, m := range n.members {
		i := index(known, m.key) - 1
		if i < 0 {
			d.fail(m.at, "%s has no option %q%s", name, m.key, nearest.Hint(m.key, known))
			continue
		}
		if m.value.kind == null {
			continue
		}
		into.Field(fields[i].index).SetZero() // a list that is set replaces the default
		d.value(m.value, m.key, into.Field(fields[i].index))
	}
}

// configured is a copy of a rule's options with those of the setting.
func (s *RuleSetting) configured(options any) any {
	if s.options == nil || options == nil {
		return options
	}
	changed := reflect.New(reflect.TypeOf(options).Elem())
	changed.Elem().Set(reflect.ValueOf(options).Elem())
	d := &decoder{special: specials()}
	d.options("", s.options, changed.Elem()) // was checked when it was read
	return changed.Interface()
}
