package settings

import (
	"reflect"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/rules/lint"
)

// ruleWords returns the one-word settings of a rule.
func ruleWords() []string { return append(lint.Severities(), "on", "off") }

// severityKey is the key of a rule's level, beside its options.
const severityKey = "severity"

// ruleSettings decodes settings of rules.
func (d *decoder) ruleSettings(n *node, what string) any {
	if n.kind != group {
		d.fail(n.at, "%s is to be a group of keys, each the name of a rule or family, not %s", what, kindNames[n.kind])
	}
	var settings Rules
	for _, m := range n.members {
		ids := d.names.rules[m.key]
		switch {
		case ids == nil:
			d.fail(m.at, "%s", unknown("rule or family", m.key, d.names.known))
		case m.value.kind != null:
			settings = append(settings, d.ruleSetting(m, ids))
		}
	}
	familiesFirst(settings)
	return settings
}

func familiesFirst(settings []RuleSetting) {
	slices.SortStableFunc(settings, func(a, b RuleSetting) int { return len(b.IDs) - len(a.IDs) })
}

// severity decodes RULE=LEVEL.
func (d *decoder) severity(n *node, what string) (any, error) {
	name, level, _ := strings.Cut(n.text, "=")
	severity, ok := lint.ParseSeverity(level)
	switch {
	case name == "" || level == "":
		return nil, n.refused(what, "; write RULE=LEVEL, as in narrative/too-short=info")
	case d.names.rules[name] == nil:
		return nil, unknown("rule or family", name, d.names.known)
	case !ok:
		return nil, unknown("severity", level, lint.Severities())
	}
	return RuleSetting{IDs: d.names.rules[name], Severity: severity}, nil
}

func (d *decoder) ruleSetting(m member, ids []string) RuleSetting {
	s := RuleSetting{IDs: ids, at: m.at}
	switch m.value.kind {
	case scalar:
		d.ruleWord(m.value, m.key, &s)
		return s
	case group:
	default:
		d.fail(m.value.at, "%s is to be off, a level, or a group of severity and options, not %s", m.key, kindNames[m.value.kind])
	}
	options := &node{kind: group, at: m.value.at}
	for _, o := range m.value.members {
		switch {
		case o.key != severityKey:
			options.members = append(options.members, o)
		case o.value.kind == scalar:
			d.ruleWord(o.value, m.key, &s)
		case o.value.kind != null:
			d.scalar(o.value, o.key, reflect.Value{}) // which it is not
		}
	}
	if len(options.members) > 0 {
		d.checkOptions(m.key, options)
		s.options = options
	}
	return s
}

func (d *decoder) ruleWord(n *node, what string, s *RuleSetting) {
	severity, ok := lint.ParseSeverity(n.text)
	s.Severity = severity
	switch {
	case n.text == "off" || n.text == "false":
		s.Off = true
	case !ok && n.text != "on" && n.text != "true":
		d.fail(n.at, "%s", n.refused(what, nearest.Hint(n.text, ruleWords())))
	}
}

// checkOptions checks options against those of the rule.
func (d *decoder) checkOptions(name string, options *node) {
	i := slices.IndexFunc(d.known.Catalogue, func(r *lint.Rule) bool { return r.ID == name || slices.Contains(r.Aliases, name) })
	var scratch any = &struct{}{}
	if i >= 0 && d.known.Catalogue[i].Options != nil {
		scratch = reflect.New(reflect.TypeOf(d.known.Catalogue[i].Options).Elem()).Interface()
	}
	d.options(name, options, reflect.ValueOf(scratch).Elem())
}

func (d *decoder) options(name string, n *node, into reflect.Value) {
	known := []string{severityKey}
	fields := fieldsOf(into.Type())
	for _, f := range fields {
		known = append(known, f.name)
	}
	for _, m := range n.members {
		i := slices.Index(known, m.key) - 1
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

// configured returns a copy of a rule's options with those of the setting.
func (s *RuleSetting) configured(options any) any {
	if s.options == nil || options == nil {
		return options
	}
	changed := reflect.New(reflect.TypeOf(options).Elem())
	changed.Elem().Set(reflect.ValueOf(options).Elem())
	d := newDecoder(Known{})
	d.options("", s.options, changed.Elem()) // was checked when it was read
	return changed.Interface()
}
