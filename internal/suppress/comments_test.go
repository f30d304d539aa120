package suppress

import (
	"slices"
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
)

// The comments in contiguous entries are found by where the entry begins, those in
// entries whose rows stand apart wherever they are.
func TestCommentsOfAName(t *testing.T) {
	ask := func(reason, file string, base, start, end int64, scattered bool) *Suppression {
		s := &Suppression{Suppression: lint.Suppression{Entry: "A_1", Reason: reason}, About: file}
		s.scope = scope{base: base, start: start, end: end, scattered: scattered}
		return s
	}
	named := byEntry([]*Suppression{
		ask("first", "a", 10, 10, 20, false), ask("first too", "a", 10, 15, 20, false), ask("second", "a", 30, 30, 40, false),
		ask("row", "a", 5, 50, 60, true), ask("other file", "b", 5, 12, 14, true), ask("no place", "a", 0, 0, 0, false),
	})["A_1"]
	for _, c := range []struct {
		file   string
		offset int64
		want   []string
	}{
		{"a", 9, []string{"no place"}},
		{"a", 12, []string{"first", "no place"}},
		{"a", 16, []string{"first", "first too", "no place"}},
		{"a", 25, []string{"no place"}},
		{"a", 35, []string{"second", "no place"}},
		{"a", 55, []string{"row", "no place"}},
		{"b", 12, []string{"other file", "no place"}},
	} {
		var got []string
		for _, s := range named.at(c.file, c.offset) {
			got = append(got, s.Reason)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("byte %d of %s: %v, want %v", c.offset, c.file, got, c.want)
		}
	}
}
