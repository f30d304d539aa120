package settings

import (
	"reflect"
	"slices"
	"strings"
)

// setFlag sets a setting to the values of its flag. Those of a list may stand in one
// value, separated by commas, unless they are names of files.
func (n *node) setFlag(s *Setting, values []string) {
	at := place{src: &source{name: "--" + s.Flag, flag: true}}
	value := &node{kind: scalar, text: values[len(values)-1], at: at}
	if s.Kind == List {
		value = &node{kind: list, at: at}
		for _, text := range values {
			value.items = append(value.items, itemsOf(text, s.value.Type().Elem(), at)...)
		}
	}
	key := s.Key
	if key == "" {
		key = at.src.name
	}
	for {
		group, rest, inside := strings.Cut(key, ".")
		if !inside {
			break
		}
		n, key = n.child(group, at), rest
	}
	if n.kind != group {
		return // an error that the decoder reports
	}
	before := n.get(key)
	n.members = slices.DeleteFunc(n.members, func(m member) bool { return m.key == key })
	if before != nil && s.adds {
		value, at = merge(before, value), before.at
	}
	n.members = append(n.members, member{key, at, value})
}

func itemsOf(text string, t reflect.Type, at place) []*node {
	if t == reflect.TypeFor[File]() || t == reflect.TypeFor[Output]() {
		return []*node{{kind: scalar, text: text, at: at}}
	}
	var items []*node
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, &node{kind: scalar, text: item, at: at})
		}
	}
	return items
}

// child returns the group of a key, which is made if there is none.
func (n *node) child(key string, at place) *node {
	for i := range n.members {
		if m := &n.members[i]; m.key == key {
			if m.value.kind == null {
				m.value = &node{kind: group, at: at}
			}
			return m.value
		}
	}
	made := &node{kind: group, at: at}
	n.members = append(n.members, member{key, at, made})
	return made
}
