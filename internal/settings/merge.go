package settings

// merge merges a file's settings with those of the file that it extends: single
// values win, lists are added to, groups are merged key by key.
func merge(below, above *node) *node {
	switch {
	case above != nil && above.replaces:
		return above
	case below != nil && below.kind != group && below.kind != null && above != nil && above.at.src.flag && above.kind == group:
		return below // an error, which no flag hides
	case below == nil || below.kind == null:
		return above
	case above == nil || above.kind == null:
		return below
	case below.kind == list && above.kind != group, above.kind == list && below.kind != group:
		return &node{kind: list, items: append(append([]*node{}, below.list()...), above.list()...), at: above.at}
	case below.kind == group && above.kind == group:
		merged := &node{kind: group, at: above.at}
		for _, m := range below.members {
			if over := above.get(m.key); over != nil && over.kind != null {
				continue
			}
			merged.members = append(merged.members, m)
		}
		for _, m := range above.members {
			if m.value.kind == null && below.get(m.key) != nil {
				continue
			}
			m.value = merge(below.get(m.key), m.value)
			merged.members = append(merged.members, m)
		}
		return merged
	}
	return above
}
