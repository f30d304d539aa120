package settings

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Effective is a setting in effect and its origin.
type Effective struct {
	Key    string // with dots: identifier.pattern; of a setting that is a flag only, the flag
	Value  string
	Origin string // file:line, a profile, a flag, or "default"
}

// Effective returns the settings that files, flags and profiles set, and the defaults
// of those that flags could set in a file's stead: those of files in the order of the
// table, behind the others.
func (p *Plan) Effective() []Effective {
	list := flatten(nil, "", p.root)
	for _, s := range p.known.rows(nil, "", reflect.ValueOf(p.Values), "check") {
		i := slices.IndexFunc(list, func(e Effective) bool { return e.Key == s.Key })
		switch {
		case s.Key == "":
		case i >= 0 && s.Kind == reflect.Int:
			list[i].Value = fmt.Sprint(s.value)
		case i < 0 && s.Flag != "" && s.Default != "":
			list = append(list, Effective{s.Key, s.Default, "default"})
		}
	}
	list = p.withProfiles(list)
	order := Keys()
	rank := func(e Effective) string {
		top, _, _ := strings.Cut(e.Key, ".")
		return fmt.Sprintf("%03d %s", slices.Index(order, top)+1, e.Key)
	}
	slices.SortStableFunc(list, func(a, b Effective) int { return strings.Compare(rank(a), rank(b)) })
	return list
}

// flatten appends the settings of a group. One rule is one setting.
func flatten(into []Effective, prefix string, n *node) []Effective {
	for _, m := range n.members {
		key := prefix + strings.TrimPrefix(m.key, "--")
		switch {
		case m.value.kind == null || key == "extends":
		case m.value.kind == group && prefix == "":
			into = flatten(into, key+".", m.value)
		case m.value.kind == list && len(m.value.items) > 0 && m.value.items[0].kind == group:
			for _, item := range m.value.items {
				into = append(into, Effective{key, inline(item), strings.Join(origins(nil, item, item.at), ", ")})
			}
		default:
			into = append(into, Effective{key, inline(m.value), strings.Join(origins(nil, m.value, m.at), ", ")})
		}
	}
	return into
}

// inline returns a value in one line.
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

// origins adds the places of the parts of a value to those that are known: one line
// of each file.
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
	if !slices.ContainsFunc(known, func(o string) bool { return o == at.String() || strings.HasPrefix(o, at.src.name+":") }) {
		known = append(known, at.String())
	}
	return known
}

// withProfiles adds the settings of profiles that nothing else sets.
func (p *Plan) withProfiles(list []Effective) []Effective {
	for _, profile := range slices.Backward(p.Profiles) { // the last one wins
		add := func(key, value string) {
			if value != "" && !slices.ContainsFunc(list, func(e Effective) bool { return e.Key == key }) {
				list = append(list, Effective{key, value, "profile " + profile.Name})
			}
		}
		if id := profile.Identifier; id != nil {
			if id.Pattern != nil {
				add("identifier.pattern", id.Pattern.String())
			}
			add("identifier.example", id.Example)
			add("identifier.units", strings.Join(id.Units, ", "))
			add("identifier.framework", id.Framework)
		}
		for id, severity := range profile.Severities {
			add("rules."+id, severity.String())
		}
	}
	return list
}

// Keys returns the settings that a file may have, without those in groups.
func Keys() []string { return keysOf(fieldsOf(reflect.TypeFor[Values]())) }

// ValueError returns the error for a value of a group that another package refuses.
func (p *Plan) ValueError(group, key string, err error) error {
	return &Error{p.root.get(group).get(key).at, fmt.Sprintf("%s: %s", group, err)}
}
