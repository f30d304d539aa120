package settings

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// withFlag returns the settings of a file with a flag that wins over them, or adds to a
// list of them. The values of a list may be separated by commas, unless they are names
// of files.
func (n *node) withFlag(s *Setting, values []string) *node {
	at := place{src: &source{name: "--" + s.Flag, flag: true}}
	value := &node{kind: scalar, text: values[len(values)-1], at: at, replaces: !s.adds}
	if s.Kind == reflect.Slice {
		value.kind = list
		for _, text := range values {
			value.items = append(value.items, itemsOf(text, s.value.Type().Elem(), at)...)
		}
	}
	for _, key := range slices.Backward(strings.Split(cmp.Or(s.Key, at.src.name), ".")) {
		value = &node{kind: group, at: at, members: []member{{key, at, value}}}
	}
	return merge(n, value)
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
