package changes

import (
	"cmp"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// prose compares the narratives of a title, description or comment: each with
// the one in its language, what is left in order. A language that only one side
// declares is no difference: formats without languages have none to declare.
func (v *visitor) prose(before, after *schema.Prose) {
	earlier, current := narratives(before), narratives(after)
	holder := after
	if holder == nil {
		holder = before
	}
	if before != nil && after != nil && proseType(before) != proseType(after) {
		v.fields = append(v.fields, Field{
			Kind:   Changed,
			Path:   v.holders(after),
			Name:   "type of the " + after.Name(),
			Field:  fieldName(after),
			Change: lint.NewChange(proseType(before), proseType(after)),
		})
	}
	partners := languagePartners(earlier, current)
	used := make([]bool, len(earlier))
	for i, n := range current {
		if partners[i] < 0 {
			v.text(holder, nil, n)
			continue
		}
		used[partners[i]] = true
		v.text(holder, earlier[partners[i]], n)
	}
	for j, n := range earlier {
		if !used[j] {
			v.text(holder, n, nil)
		}
	}
}

func narratives(p *schema.Prose) []*schema.Narrative {
	if p == nil {
		return nil
	}
	return p.Narratives
}

// languagePartners finds for each current narrative the index of the earlier
// one that it is compared with, -1 for none.
func languagePartners(earlier, current []*schema.Narrative) []int {
	partners := make([]int, len(current))
	for i := range partners {
		partners[i] = -1
	}
	used := make([]bool, len(earlier))
	for _, key := range []func(*schema.Narrative) string{
		func(n *schema.Narrative) string { return n.Lang + "\x00" + words(n.Value) },
		func(n *schema.Narrative) string { return n.Lang },
		func(*schema.Narrative) string { return "" },
	} {
		waiting := map[string][]int{}
		for j, b := range earlier {
			if !used[j] {
				waiting[key(b)] = append(waiting[key(b)], j)
			}
		}
		for i, a := range current {
			if list := waiting[key(a)]; partners[i] < 0 && len(list) > 0 {
				partners[i], waiting[key(a)] = list[0], list[1:]
				used[list[0]] = true
			}
		}
	}
	return partners
}

// text compares two narratives, of which one may be missing.
func (v *visitor) text(holder *schema.Prose, before, after *schema.Narrative) {
	f := Field{Path: v.holders(holder), Field: fieldName(holder), Prose: true}
	var b, a, was, is string
	if before != nil {
		b, was = before.Value, before.Lang
	}
	if after != nil {
		a, is = after.Value, after.Lang
	}
	f.Name = proseName(holder, after, before)
	f.Kind = kindOf(words(b), words(a))
	if words(b) != words(a) {
		f.Change = lint.NewChange(b, a)
		v.fields = append(v.fields, f)
	}
	if was != is && was != "" && is != "" {
		f.Kind, f.Prose, f.Name, f.Change = Changed, false, "language of the "+holder.Name(), lint.NewChange(was, is)
		v.fields = append(v.fields, f)
	}
}

// generalType is the type of a description that declares none.
const generalType = "1"

func proseType(p *schema.Prose) string { return cmp.Or(words(p.Type.Value), generalType) }

// proseName names a text, with its language where it is not the entry's.
func proseName(holder *schema.Prose, list ...*schema.Narrative) string {
	name := holder.Name()
	var details []string
	if kind := proseType(holder); kind != generalType {
		details = append(details, "type "+kind)
	}
	for _, n := range list {
		if n == nil {
			continue
		}
		if words(n.Language.Value) != "" && len(holder.Narratives) > 1 {
			details = append(details, words(n.Language.Value))
		}
		break
	}
	return with(name, details...)
}
