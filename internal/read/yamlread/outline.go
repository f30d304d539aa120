package yamlread

import (
	"cmp"
	"slices"
	"sort"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// outline is where the parts of an entry stand in its text. A part is a key with
// what it holds, an item of a list, or the whole.
type outline struct {
	begins []schema.Range // the parts as they begin, the larger first
	ends   []schema.Range // the parts as they end, the larger first
	texts  []schema.Range // keys and texts, as they begin
	whole  schema.Range
}

func outlineOf(v *form.Value) *outline {
	o := &outline{}
	o.whole = o.add(v)
	o.begins = append(o.begins, o.whole)
	o.ends = slices.Clone(o.begins)
	slices.SortFunc(o.begins, func(a, b schema.Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	slices.SortFunc(o.ends, func(a, b schema.Range) int { return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(a.Start, b.Start)) })
	slices.SortFunc(o.texts, func(a, b schema.Range) int { return cmp.Compare(a.Start, b.Start) })
	return o
}

// add takes a value in, and gives its place with all that it holds.
func (o *outline) add(v *form.Value) schema.Range {
	r := v.At
	cover := func(other schema.Range) {
		if other.Known() {
			r.Start, r.End = min(r.Start, other.Start), max(r.End, other.End)
		}
	}
	if v.Kind == form.String {
		o.texts = append(o.texts, v.At)
	}
	for _, item := range v.Items {
		part := o.add(item)
		o.begins = append(o.begins, part)
		cover(part)
	}
	for _, m := range v.Members {
		value := o.add(m.Value)
		o.begins = append(o.begins, schema.Range{Start: m.KeyAt.Start, End: max(m.KeyAt.End, value.End)})
		o.texts = append(o.texts, m.KeyAt)
		cover(m.KeyAt)
		cover(value)
	}
	return r
}

// from returns the index of the first part that begins at an offset or behind it.
func (o *outline) from(offset int32) int {
	return sort.Search(len(o.begins), func(i int) bool { return o.begins[i].Start >= offset })
}

// following returns the first part that begins at an offset or behind it.
func (o *outline) following(offset int32) (schema.Range, bool) {
	if i := o.from(offset); i < len(o.begins) {
		return o.begins[i], true
	}
	return schema.Range{}, false
}

// onLine returns what a comment at the end of a line is about: the largest part that
// stands on the line as a whole, else the smallest that begins on it, else the
// smallest that ends on it.
func (o *outline) onLine(line schema.Range) (schema.Range, bool) {
	begun := o.begins[o.from(line.Start):o.from(line.End)]
	for _, r := range begun {
		if r.End <= line.End {
			return r, true
		}
	}
	if len(begun) > 0 {
		return begun[len(begun)-1], true
	}
	i := sort.Search(len(o.ends), func(i int) bool { return o.ends[i].End > line.End }) - 1
	if i >= 0 && o.ends[i].End > line.Start {
		return o.ends[i], true
	}
	return schema.Range{}, false
}

// inText reports whether a byte is part of a key or text.
func (o *outline) inText(at int32) bool {
	i := sort.Search(len(o.texts), func(i int) bool { return o.texts[i].Start > at }) - 1
	return i >= 0 && at < o.texts[i].End
}
