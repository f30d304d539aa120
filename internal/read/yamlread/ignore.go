package yamlread

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// ask notes what stands above the first entry and asks not to report something:
// in comments, and as a key beside the entries.
func (r *Reader) ask(n *node, beside []schema.Suppression) {
	all := beside
	if r.file.Head == nil {
		end := n.whole.End
		if len(r.queue) > 0 {
			end = r.queue[0].start
		}
		for _, at := range comments(r.text[:end]) {
			s, _ := ignore.Comment(strings.TrimLeft(r.text[at.Start:at.End], "# \t"))
			s.At = at
			all = append(all, s)
		}
	}
	whole := r.entries.whole
	for i := range all {
		all[i].Source = &whole
	}
	r.asked = append(r.asked, all...)
}

// comments finds the lines that are comments which ask not to report something.
func comments(text string) []schema.Range {
	if !strings.Contains(text, ignore.Word) {
		return nil
	}
	var all []schema.Range
	from := 0
	for line := range strings.Lines(text) {
		start := from + len(line) - len(strings.TrimLeft(line, " \t"))
		from += len(line)
		content := strings.TrimSpace(line)
		if !strings.HasPrefix(content, "#") {
			continue
		}
		if _, ok := ignore.Comment(strings.TrimLeft(content, "# \t")); ok {
			all = append(all, schema.Range{Start: int32(start), End: int32(start + len(content))})
		}
	}
	return all
}

// asked is what the comments of an entry ask not to report, each of what comes
// next, or of the whole entry where nothing does.
func asked(text string, v *form.Value) []schema.Suppression {
	var all []schema.Suppression
	for _, at := range comments(text) {
		if insideText(v, at) {
			continue
		}
		s, _ := ignore.Comment(strings.TrimLeft(text[at.Start:at.End], "# \t"))
		s.At = at
		if scope, ok := following(v, at.End); ok && at.End > extent(v).Start {
			s.Scope = scope
		}
		all = append(all, s)
	}
	return all
}

// insideText tells a line of a text that only looks like a comment.
func insideText(v *form.Value, at schema.Range) bool {
	if v.Kind == form.String && v.At.Start <= at.Start && at.End <= v.At.End {
		return true
	}
	for _, item := range v.Items {
		if insideText(item, at) {
			return true
		}
	}
	for _, m := range v.Members {
		if insideText(m.Value, at) {
			return true
		}
	}
	return false
}

// following is the first key with what it holds, or the first item of a list,
// that begins behind an offset.
func following(v *form.Value, offset int32) (first schema.Range, found bool) {
	try := func(r schema.Range) {
		if r.Start >= offset && (!found || r.Start < first.Start || r.Start == first.Start && r.End > first.End) {
			first, found = r, true
		}
	}
	deeper := func(v *form.Value) {
		if r, ok := following(v, offset); ok {
			try(r)
		}
	}
	for _, item := range v.Items {
		try(extent(item))
		deeper(item)
	}
	for _, m := range v.Members {
		r := extent(m.Value)
		try(schema.Range{Start: m.KeyAt.Start, End: max(m.KeyAt.End, r.End)})
		deeper(m.Value)
	}
	return first, found
}

// extent is the place of a value with all that it holds.
func extent(v *form.Value) schema.Range {
	r := v.At
	add := func(other schema.Range) {
		if other.Known() {
			r.Start, r.End = min(r.Start, other.Start), max(r.End, other.End)
		}
	}
	for _, item := range v.Items {
		add(extent(item))
	}
	for _, m := range v.Members {
		add(m.KeyAt)
		add(extent(m.Value))
	}
	return r
}
