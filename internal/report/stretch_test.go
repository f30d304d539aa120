package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/rules/lint"
)

func marked(list []stretch) string {
	var b strings.Builder
	for _, s := range list {
		if b.Len() > 0 && !s.glued {
			b.WriteByte(' ')
		}
		switch s.op {
		case lint.Insert:
			b.WriteString("{" + s.short() + "}")
		case lint.Delete:
			b.WriteString("[" + s.short() + "]")
		default:
			b.WriteString(s.short())
		}
	}
	return b.String()
}

func TestStretches(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"one two", "one three", "one [two]{three}"},
		{"In 2 wards.", "In 3 wards.", "In [2] {3} wards."},
		{"(old)", "(new)", "([old]{new})"},
		{"Kitui and Makueni turned", "Kitui, Makueni turned", "Kitui [and] {,} Makueni turned"},
		{"中文字", "中文典", "中文[字]{典}"},
		{"a\x1bb\n c", "a\x1bb d", `a\u001bb [c]{d}`},
		{"one two three four five six seven eight nine ten x", "one two three four five six seven eight nine ten y", "… nine ten [x]{y}"},
		{"x one two three four five six seven eight nine z", "y one two three four five six seven eight nine w", "[x] {y} one two … eight nine [z]{w}"},
		{"", "", ""},
		{"same", "same", "same"},
	} {
		got := marked(stretchesOf(lint.NewChange(c.before, c.after).Diff, keep{equal: 2}))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q -> %q (-want +got):\n%s", c.before, c.after, diff)
		}
	}
}

// Marks next to letters or other marks need an empty comment between them, or
// GitHub shows them as they are.
func TestMarkdownDiff(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"In 2 wards", "In 3 wards", "In ~~2~~ **3** wards"},
		{"the (old)x", "the (new)x", `the (<!-- -->~~old~~<!-- -->**new**<!-- -->\)x`},
		{"a *b* | c", "a *b* | d <ins>", `a \*b\* \| ~~c~~<!-- -->**d \<ins\>**`},
	} {
		got := markdownDiff(stretchesOf(lint.NewChange(c.before, c.after).Diff, keep{equal: 5}))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q -> %q (-want +got):\n%s", c.before, c.after, diff)
		}
	}
}

func TestGluedWordsStayTogether(t *testing.T) {
	var b strings.Builder
	w := newTextWriter(&b, Style{Width: 12})
	w.paragraph("", "", []word{{text: "aaaa"}, {text: "bbbb"}, {text: "[-cc-]"}, {text: "{+dd+}", glued: true}, {text: ".", glued: true}, {text: "e"}})
	if err := w.out.Flush(); err != nil {
		t.Fatal(err)
	}
	if want := "aaaa bbbb\n[-cc-]{+dd+}.\ne\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}
