package textread

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// isSuppression reports whether a line is a suppression: for the entry that it is in
// or, above the first one, for that.
func isSuppression(line string) bool {
	if !strings.HasPrefix(line, ignore.Word) {
		return false
	}
	_, ok := ignore.Comment(line)
	return ok
}

// headSuppressions returns those above the first entry.
func headSuppressions(head *schema.Source) []schema.Suppression {
	var all []schema.Suppression
	for at := range lines(head.Text, 0) {
		if s, ok := ignore.Comment(head.At(at)); ok {
			s.At, s.Source = at, head
			all = append(all, s)
		}
	}
	return all
}

// wholeLine returns a line with its end.
func wholeLine(text string, at schema.Range) schema.Range {
	start := strings.LastIndexByte(text[:at.Start], '\n') + 1
	return schema.Range{Start: int32(start), End: int32(start + len(firstLine(text[start:])))}
}

// without returns a text but for the lines that are no part of it.
func without(cuts []schema.Range, t schema.Text) schema.Text {
	var b strings.Builder
	from := t.At.Start
	for _, c := range cuts {
		if c.Start >= t.At.Start && c.End <= t.At.End {
			b.WriteString(t.Value[from-t.At.Start : c.Start-t.At.Start])
			from = c.End
		}
	}
	if from > t.At.Start {
		b.WriteString(t.Value[from-t.At.Start:])
		t.Value, t.Escaped = b.String(), true
	}
	return t
}

// aroundCuts finds the place of a part of a text that lines were cut out of.
func aroundCuts(cuts []schema.Range) func(*schema.Source, schema.Text, int, int) (int, int) {
	return func(_ *schema.Source, t schema.Text, from, to int) (int, int) {
		at := func(offset int) int {
			raw := t.At.Start + int32(offset)
			for _, c := range cuts {
				if c.Start >= t.At.Start && c.Start <= raw {
					raw += c.End - c.Start
				}
			}
			return int(raw - t.At.Start)
		}
		if to <= from {
			return at(from), at(from)
		}
		return at(from), at(to-1) + 1
	}
}
