package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
)

func words(n int, what string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", what, i)
	}
	return strings.TrimSpace(b.String())
}

func TestEdits(t *testing.T) {
	const old = "Women have a say in county budgets"
	for _, c := range []struct{ name, message, before, after, want string }{
		{"words came", "the statement was edited", old, "Women and girls have a say in county budgets", "Women {and girls} have a say in county budgets"},
		{"the message quotes the old text", `it was "` + old + `"`, old, "Women have a say in national budgets", "Women have a say in [county] {national} budgets"},
		{"nothing stayed, and the message quotes the old text", `it was "` + old + `"`, old, "Markets open to traders", ""},
		{"nothing stayed", "it was edited", "Women decide", "Markets open to traders", "[Women decide]{Markets open to traders}"},
		{"the message quotes what came", `there is a note: "(TO BE DELETED)"`, old, old + " (TO BE DELETED)", ""},
		{"the message quotes a part of it", `there is a note: "(TO BE"`, old, old + " (TO BE DELETED)", old + " {(TO BE DELETED)}"},
		{"a value", "the target went from 500 to 300", "500", "300", ""},
		{"few words", "the year changed", "the year 2024", "the year 2025", ""},
		{"gone", "the entry is gone", old, "", ""},
		{"new", "there is a text", "", old, ""},
		{"the same", "it was not updated", old, old, ""},
		{"a sign", "differs in punctuation", old, old + ".", old + "{.}"},
		{
			"long", "it was edited", words(40, "a") + " here " + words(40, "b"), words(40, "a") + " there " + words(40, "b"),
			"… a34 a35 a36 a37 a38 a39 [here] {there} b0 b1 b2 b3 b4 b5 …",
		},
		{
			"long and new", "it was edited", "so it is " + words(40, "a"), "so it is " + words(200, "b"),
			"so it is [a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 … a30 a31 a32 a33 a34 a35 a36 a37 a38 a39]{b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 … b190 b191 b192 b193 b194 b195 b196 b197 b198 b199}",
		},
	} {
		var e edits
		v := &finding.Finding{Message: c.message, Change: lint.NewChange(c.before, c.after)}
		if got := marked(e.diff(v)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
		if again := e.diff(v); again != nil {
			t.Errorf("%s: shown a second time", c.name)
		}
	}
	if e := (edits{}); e.diff(&finding.Finding{}) != nil {
		t.Error("a violation that is about no change has an edit")
	}
}

// However much was changed, no more than so many words are shown.
func TestEditsEnd(t *testing.T) {
	var before, after []string
	for i := range 500 {
		before = append(before, fmt.Sprintf("in %d towns of the %dth county old%d", i, i, i))
		after = append(after, fmt.Sprintf("in %d towns of the %dth county new%d", i, i, i))
	}
	for skip := range 4 { // the end falls on each kind of run, and between two
		var e edits
		v := &finding.Finding{Change: lint.NewChange(strings.Repeat("x ", skip)+strings.Join(before, " "), strings.Repeat("x ", skip)+strings.Join(after, " "))}
		got := marked(e.diff(v))
		if n := len(strings.Fields(got)); n != mostWords+1 || !strings.HasSuffix(got, " …") {
			t.Errorf("%d words, want %d and an ellipsis: %s", n, mostWords, got)
		}
	}
}

func edited() *Data {
	d := sample("Women and girls have a say in \x1b[1mcounty budgets", 0, 5)
	const before = "Women have a say in county budgets, which they did not have before the elections of last year"
	list := d.Violations.(List)
	list[0].Change = lint.NewChange(before, "Women and girls have a say in \x1b[1mcounty budgets, which they did not have before")
	return d
}

func TestEditIsShown(t *testing.T) {
	const marks = `Women {+and girls+} have a say in [-county-] {+\u001b[1mcounty+} budgets, which they did not have before [-the elections of last year-]`
	out := text(t, edited(), Style{})
	if !strings.Contains(out, "\n    = edited: "+marks+"\n") {
		t.Errorf("without colour:\n%s", out)
	}
	for _, width := range []int{40, 80} {
		out := text(t, edited(), Style{Width: width})
		if !strings.Contains(strings.Join(strings.Fields(out), " "), "= edited: "+marks+" ") {
			t.Errorf("%d columns:\n%s", width, out)
		}
		for line := range strings.Lines(out) {
			if w := displayWidth(strings.TrimRight(line, "\n")); w > width {
				t.Errorf("%d columns: a line of %d: %s", width, w, line)
			}
		}
	}
	out = text(t, edited(), Style{Color: true})
	for _, want := range []string{"\x1b[32mgirls\x1b[0m", "\x1b[31;9melections\x1b[0;29m"} {
		if !strings.Contains(out, want) {
			t.Errorf("in colour there is no %q:\n%q", want, out)
		}
	}
	for _, mark := range []string{"{+", "[-"} {
		if strings.Contains(out, mark) {
			t.Errorf("in colour there are marks:\n%s", out)
		}
	}
	var b bytes.Buffer
	if err := Markdown(&b, edited(), Style{}); err != nil {
		t.Fatal(err)
	}
	const want = "  - edited: Women **and girls** have a say in "
	if out := b.String(); !strings.Contains(out, want) || !strings.Contains(out, "~~the elections of last year~~\n") || strings.Contains(out, "\x1b") {
		t.Errorf("in Markdown:\n%s", out)
	}
}
