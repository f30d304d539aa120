package suppress

import (
	"slices"
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// The comments in an entry that is released are found by its name and where it
// begins, and match what they are about.
func TestCommentsInReleasedEntries(t *testing.T) {
	ask := func(reason, file string, entry, start, end int64) *Suppression {
		s := NewResolver(map[string][]string{"a/b": {"a/b"}}, schema.Date{}).New(lint.Suppression{Entry: "A_1", Reason: reason, Rules: []string{"a/b"}})
		s.About, s.scope = file, scope{entryStart: entry, start: start, end: end}
		return s
	}
	for _, c := range []struct {
		name   string
		entry  int64
		file   string
		offset int64
		want   []string
	}{
		{"A_1", 10, "a", 12, []string{"first"}},
		{"A_1", 10, "a", 16, []string{"first", "first too"}},
		{"A_1", 10, "a", 25, nil},
		{"A_1", 30, "a", 35, []string{"second"}},
		{"A_1", 20, "a", 35, nil},
		{"A_2", 30, "a", 35, nil},
		{"A_1", 5, "a", 9, []string{"no place"}},
		{"A_1", 5, "a", 55, []string{"row", "no place"}},
		{"A_1", 5, "b", 12, []string{"other file", "no place"}},
		{"A_1", 5, "b", 14, []string{"no place"}},
	} {
		comments := new(Comments)
		comments.Add([]*Suppression{
			ask("first", "a", 10, 10, 20), ask("first too", "a", 10, 15, 20), ask("second", "a", 30, 30, 40),
			ask("row", "a", 5, 50, 60), ask("other file", "b", 5, 12, 14), ask("no place", "a", 5, 0, 0),
		}, true)
		v := &lint.Violation{Rule: "a/b", Entry: c.name, EntryStart: c.entry, File: c.file}
		v.Span.Start.Offset = c.offset
		comments.ApplyDeferred(v)
		var used []string
		for _, s := range comments.All {
			if s.names[0].used > 0 {
				used = append(used, s.Reason)
			}
		}
		if !slices.Equal(used, c.want) {
			t.Errorf("byte %d of %s, in %s at %d: %v, want %v", c.offset, c.file, c.name, c.entry, used, c.want)
		}
		if by := v.SuppressedBy; (by == nil) != (c.want == nil) || by != nil && by.Reason != c.want[0] {
			t.Errorf("byte %d of %s: suppressed by %v", c.offset, c.file, by)
		}
	}
}

// A comment on the whole entry, or on the place of a finding, suppresses what was
// read and not what could not be read.
func TestCommentsDoNotSuppressTheUnread(t *testing.T) {
	comment := NewResolver(map[string][]string{"a/b": {"a/b"}}, schema.Date{}).New(lint.Suppression{Rules: []string{"a/b"}})
	for _, unread := range []bool{false, true} {
		for _, comment.within = range []schema.Range{{}, {Start: 1, End: 9}} {
			v := &lint.Violation{Rule: "a/b", At: schema.Range{Start: 4, End: 5}, Unread: unread}
			if ApplyInEntry(v, []*Suppression{comment}); (v.SuppressedBy == nil) != unread {
				t.Errorf("unread %v, in %v: suppressed by %v", unread, comment.within, v.SuppressedBy)
			}
		}
	}
	if comment.names[0].used != 2 {
		t.Errorf("used %d times, want 2", comment.names[0].used)
	}
}
