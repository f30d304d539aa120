package settings

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Setting is a setting in effect and where it comes from.
type Setting struct {
	Key    string // with dots: identifier.pattern
	Value  string
	Origin string // file:line, a profile, a flag, or "default"
}

// Settings lists what the file and those that it extends say.
func (c *Config) Settings() []Setting {
	if c.root == nil {
		return nil
	}
	return flatten(nil, "", c.root)
}

// flatten lists the settings of a group. One rule is one setting.
func flatten(into []Setting, prefix string, n *node) []Setting {
	for _, m := range n.members {
		key := prefix + m.key
		switch {
		case m.value.kind == null || key == "extends":
		case m.value.kind == group && prefix == "":
			into = flatten(into, key+".", m.value)
		case m.value.kind == list && len(m.value.items) > 0 && m.value.items[0].kind == group:
			for _, item := range m.value.items {
				into = append(into, Setting{key, inline(item), strings.Join(origins(nil, item, item.at), ", ")})
			}
		default:
			into = append(into, Setting{key, inline(m.value), strings.Join(origins(nil, m.value, m.at), ", ")})
		}
	}
	return into
}

// inline writes a value in one line.
func inline(n *node) string {
	switch n.kind {
	case scalar:
		return n.text
	case list:
		var items []string
		for _, item := range n.items {
			items = append(items, inline(item))
		}
		return strings.Join(items, ", ")
	case group:
		var members []string
		for _, m := range n.members {
			value := inline(m.value)
			if m.value.kind == list {
				value = "[" + value + "]"
			}
			members = append(members, m.key+": "+value)
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	return ""
}

// origins names the places that the parts of a value stand in: one line of each
// file.
func origins(known []string, n *node, at place) []string {
	switch {
	case n.kind == group && len(n.members) > 0:
		for _, m := range n.members {
			known = origins(known, m.value, m.at)
		}
		return known
	case n.kind == list && len(n.items) > 0:
		for _, item := range n.items {
			known = origins(known, item, item.at)
		}
		return known
	}
	if !slices.ContainsFunc(known, func(o string) bool { return strings.HasPrefix(o, at.src.name+":") }) {
		known = append(known, at.String())
	}
	return known
}

// WithProfiles adds what profiles say, where nothing else does.
func WithProfiles(list []Setting, profiles []Profile) []Setting {
	said := map[string]bool{}
	for _, s := range list {
		said[s.Key] = true
	}
	add := func(key, value string, p Profile) {
		if !said[key] && value != "" {
			said[key] = true
			list = append(list, Setting{key, value, "profile " + p.Name})
		}
	}
	for _, p := range slices.Backward(profiles) { // the last one wins
		if id := p.Identifier; id != nil {
			if id.Pattern != nil {
				add("identifier.pattern", id.Pattern.String(), p)
			}
			add("identifier.example", id.Example, p)
			add("identifier.units", strings.Join(id.Units, ", "), p)
			add("identifier.framework", id.Framework, p)
		}
		for id, severity := range p.Severities {
			add("rules."+id, severity.String(), p)
		}
	}
	return list
}

// SortSettings brings settings into the order of the file's fields, what is no
// field first.
func SortSettings(list []Setting) {
	order := map[string]int{}
	for i, f := range fieldsOf(reflect.TypeFor[Config]()) {
		order[f.name] = i + 1
	}
	rank := func(s Setting) string {
		top, _, _ := strings.Cut(s.Key, ".")
		return fmt.Sprintf("%03d %s", order[top], s.Key)
	}
	slices.SortStableFunc(list, func(a, b Setting) int { return strings.Compare(rank(a), rank(b)) })
}

// Keys lists the settings that a file may have.
func Keys() []string {
	var keys []string
	for _, f := range fieldsOf(reflect.TypeFor[Config]()) {
		keys = append(keys, f.name)
	}
	return keys
}

// Wrong is the mistake of a value that only others can judge: columns, header.
func (c *Config) Wrong(group, key string, err error) error {
	value := c.root.get(group).get(key)
	return &Error{value.at, fmt.Sprintf("%s: %s", group, err)}
}
