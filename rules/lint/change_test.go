package lint

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestChange(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          []Diff
	}{
		{"", "", nil},
		{"same words", "same  words", []Diff{{Equal, "same  words"}}},
		{"", "new", []Diff{{Insert, "new"}}},
		{"100 women and girls", "80 women and girls", []Diff{{Delete, "100 "}, {Insert, "80 "}, {Equal, "women and girls"}}},
		{"women, who lead", "women who lead", []Diff{{Equal, "women "}, {Delete, ", "}, {Equal, "who lead"}}},
		{"l'accès à l'eau", "l'accès à l'énergie", []Diff{{Equal, "l'accès à "}, {Delete, "l'eau"}, {Insert, "l'énergie"}}},
		{"عدد النساء", "عدد الفتيات", []Diff{{Equal, "عدد "}, {Delete, "النساء"}, {Insert, "الفتيات"}}},
	} {
		got := NewChange(c.before, c.after)
		if diff := cmp.Diff(c.want, got.Diff); diff != "" {
			t.Errorf("%q to %q (-want +got):\n%s", c.before, c.after, diff)
		}
	}
}

// Two long texts with nothing in common are compared in bounded time, and what
// they have in common at either end is still seen.
func TestChangeOfLongTexts(t *testing.T) {
	text := func(word string) string {
		var b strings.Builder
		for i := range 50_000 {
			b.WriteString(word + strings.Repeat("x", i%97) + " ")
		}
		return "begin " + b.String() + "end"
	}
	start := time.Now()
	got := NewChange(text("a"), text("b")).Diff
	if len(got) != 4 || got[0].Op != Equal || got[3].Text != "end" {
		t.Errorf("%d runs", len(got))
	}
	t.Logf("took %v", time.Since(start))
}

func FuzzChange(f *testing.F) {
	f.Add("100 women and girls", "80 women, and boys")
	f.Add("a\xffb", "\xff")
	f.Add(" lead", "lead \n")
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) > 4000 {
			return
		}
		var b, a strings.Builder
		for _, d := range NewChange(before, after).Diff {
			if d.Op != Insert {
				b.WriteString(d.Text)
			}
			if d.Op != Delete {
				a.WriteString(d.Text)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(b.String()) != bare(before) {
			t.Errorf("the runs make %q of %q", b.String(), before)
		}
		if bare(a.String()) != bare(after) {
			t.Errorf("the runs make %q of %q", a.String(), after)
		}
	})
}
