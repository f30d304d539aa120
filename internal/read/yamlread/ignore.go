package yamlread

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// addSuppressions adds the suppressions above the first entry: those in comments, and
// those of the document's keys.
func (r *Reader) addSuppressions(n *node, all []schema.Suppression) {
	if r.file.Head == nil {
		end := n.whole.End
		if len(r.queue) > 0 {
			end = r.queue[0].start
		}
		all = append(all, comments(r.text[:end])...)
	}
	for i := range all {
		all[i].Source = r.entries.whole
	}
	r.pending = append(r.pending, all...)
}

// comments returns the suppressions of the lines that are comments.
func comments(text string) []schema.Suppression {
	if !strings.Contains(text, ignore.Word) {
		return nil
	}
	var all []schema.Suppression
	from := 0
	for line := range strings.Lines(text) {
		start := from + len(line) - len(strings.TrimLeft(line, " \t"))
		from += len(line)
		content := strings.TrimSpace(line)
		if !strings.HasPrefix(content, "#") {
			continue
		}
		if s, ok := ignore.Comment(strings.TrimLeft(content, "# \t")); ok {
			s.At = schema.Range{Start: int32(start), End: int32(start + len(content))}
			all = append(all, s)
		}
	}
	return all
}

// entrySuppressions returns the suppressions in the comments of an entry. One behind a
// value is about that; one on a line of its own is about the next part, or about the
// whole entry where none follows.
func entrySuppressions(text string, v *form.Value) []schema.Suppression {
	if !strings.Contains(text, ignore.Word) {
		return nil
	}
	o := outlineOf(v)
	var all []schema.Suppression
	from := int32(0)
	for line := range strings.Lines(text) {
		start := from
		from += int32(len(line))
		if !strings.Contains(line, ignore.Word) {
			continue
		}
		at, ok := o.comment(line, start)
		if !ok {
			continue
		}
		s, ok := ignore.Comment(strings.TrimLeft(text[at.Start:at.End], "# \t"))
		if !ok {
			continue
		}
		s.At = at
		scope, ok := schema.Range{}, false
		if strings.TrimSpace(text[start:at.Start]) != "" {
			scope, ok = o.onLine(schema.Range{Start: start, End: at.Start})
		}
		if !ok && at.End > o.whole.Start {
			scope, _ = o.following(at.End)
		}
		s.Scope = scope
		all = append(all, s)
	}
	return all
}

// comment finds the comment of a line that starts at a byte.
func (o *outline) comment(line string, start int32) (schema.Range, bool) {
	line = strings.TrimRight(line, " \t\r\n")
	for i := range len(line) {
		at := start + int32(i)
		if line[i] == '#' && (i == 0 || blank(line[i-1])) && !o.inText(at) {
			return schema.Range{Start: at, End: start + int32(len(line))}, true
		}
	}
	return schema.Range{}, false
}

// behindComment returns the end of a comment that follows on the same line; the byte
// itself where none does.
func behindComment(text string, from int32) int32 {
	rest := text[from:]
	comment := strings.TrimLeft(rest, " \t")
	if len(comment) == len(rest) || !strings.HasPrefix(comment, "#") {
		return from
	}
	return from + int32(len(rest)-len(comment)+lineLength(comment))
}
