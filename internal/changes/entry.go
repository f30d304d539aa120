package changes

import "github.com/iatilint/iatilint/schema"

// entry compares the parts of an entry that history.Pairs does not visit. Texts
// of elements that the model does not keep (transactions, sectors, contacts) are
// no part of a results submission.
func (v *visitor) entry(before, after *schema.Entry) {
	unordered(v, one(before.ReportingOrg), one(after.ReportingOrg))
	unordered(v, before.ParticipatingOrgs, after.ParticipatingOrgs)
	unordered(v, before.RelatedActivities, after.RelatedActivities)
	unordered(v, before.Locations, after.Locations)
}

func one(o *schema.Organisation) []*schema.Organisation {
	if o == nil {
		return nil
	}
	return []*schema.Organisation{o}
}

// unordered compares nodes that have one value each and no order: what both
// sides have is left out. An organisation stays the same by its reference.
func unordered[N schema.Node](v *visitor, before, after []N) {
	key := func(n N) string { return label(n) + "\x00" + values(n)[0].canonical }
	identity := func(n N) string {
		if o, ok := any(n).(*schema.Organisation); ok && words(o.Ref.Value) != "" {
			return label(n) + "\x00" + words(o.Ref.Value)
		}
		return key(n)
	}
	inOrder(without(before, after, key), without(after, before, key), identity, v.pair)
}

// without is list less what other has too, each as often as it has it.
func without[N any](list, other []N, key func(N) string) []N {
	have := map[string]int{}
	for _, n := range other {
		have[key(n)]++
	}
	var left []N
	for _, n := range list {
		if k := key(n); have[k] > 0 {
			have[k]--
		} else {
			left = append(left, n)
		}
	}
	return left
}

// inOrder calls visit for what has the same name on both sides, the first with
// the first; then for what is left. The one that is missing is nil.
func inOrder[N schema.Node](before, after []N, name func(N) string, visit func(before, after schema.Node)) {
	waiting := map[string][]int{}
	for j, b := range before {
		waiting[name(b)] = append(waiting[name(b)], j)
	}
	used := make([]bool, len(before))
	for i := range after {
		k := name(after[i])
		if list := waiting[k]; len(list) > 0 {
			waiting[k], used[list[0]] = list[1:], true
			visit(before[list[0]], after[i])
			continue
		}
		visit(nil, after[i])
	}
	for j := range before {
		if !used[j] {
			visit(before[j], nil)
		}
	}
}
