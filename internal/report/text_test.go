package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain text, é 中文":        "plain text, é 中文",
		"red \x1b[31malert\x07":   `red \u001b[31malert\u0007`,
		"a\u202Eb\u2066c\u200Bd":  `a\u202eb\u2066c\u200bd`,
		"two\nlines\tand\r\nmore": "two lines and  more",
		"می\u200cخواهم":           "می\u200cخواهم",
		"bad \xff byte":           `bad \ufffd byte`,
		"\u009b31m":               `\u009b31m`,
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func sample(line string, from, to int) *Data {
	d := &Data{
		Counts: &Counts{},
		Violations: List{{
			Rule: "test/rule", Severity: lint.Error, File: "reports/a.txt", Entry: "X_1",
			Message: "this says something that goes on for longer than a narrow terminal is wide",
			Span:    schema.Span{Start: schema.Position{Line: 7, Column: from + 1}},
			Snippet: excerpt.Snippet{Text: line, From: from, To: to},
			Fixes:   []finding.Fix{{Title: "write it otherwise"}},
		}},
		Summary: triage.Summary{Files: 1, Entries: 2, BySeverity: triage.BySeverity{Errors: 1}},
	}
	_ = each(d.Violations, func(v, _ *finding.Finding) { d.Counts.Add(v) })
	return d
}

func text(t *testing.T, d *Data, s Style) string {
	t.Helper()
	var b bytes.Buffer
	if err := Text(&b, d, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextFitsTheTerminal(t *testing.T) {
	long := strings.Repeat("before ", 40) + "HERE" + strings.Repeat(" after", 40)
	at := strings.Index(long, "HERE")
	for _, width := range []int{40, 80, 140} {
		out := text(t, sample(long, at, at+4), Style{Width: width})
		for line := range strings.Lines(out) {
			if w := displayWidth(strings.TrimRight(line, "\n")); w > width {
				t.Errorf("width %d: a line takes %d columns: %q", width, w, line)
			}
		}
		if !strings.Contains(out, "HERE") {
			t.Errorf("width %d: the place is cut away:\n%s", width, out)
		}
	}
}

// What is meant is underlined, whatever stands before it.
func TestUnderline(t *testing.T) {
	for _, before := range []string{"", "plain ", "日本語 ", "e\u0301te\u0301 ", "\x1b[1m", "👩‍👩‍👧 ", "\t\t"} {
		line := before + "HERE after"
		out := text(t, sample(line, len(before), len(before)+4), Style{})
		lines := strings.Split(out, "\n")
		for i, l := range lines {
			column := strings.Index(l, "HERE")
			if column < 0 {
				continue
			}
			marks := lines[i+1]
			if got, want := strings.IndexByte(marks, '^'), displayWidth(l[:column]); got != want || strings.Count(marks, "^") != 4 {
				t.Errorf("after %q the marks begin in column %d, want %d:\n%s\n%s", before, got, want, l, marks)
			}
		}
	}
}

func TestColourIsOptional(t *testing.T) {
	if out := text(t, sample("HERE", 0, 4), Style{}); strings.Contains(out, "\x1b") {
		t.Errorf("colour where none is wanted: %q", out)
	}
	if out := text(t, sample("HERE", 0, 4), Style{Color: true}); !strings.Contains(out, "\x1b[") {
		t.Errorf("no colour where it is wanted: %q", out)
	}
}

func TestDataCannotActOnTheTerminal(t *testing.T) {
	d := sample("x \x1b[2J\x07 HERE", 8, 12)
	v, _ := d.Violations.At(0)
	v.Message, v.Entry, v.File = "\x1b[31mred", "id\x1b]0;title\x07", "a\x1bb.txt"
	v.Related = []finding.Related{{File: "c\x1bd", Message: "\x1b[0m"}}
	v.Hint = "\x1b[5mblink"
	if out := text(t, d, Style{}); strings.ContainsAny(out, "\x1b\x07") {
		t.Errorf("control characters reach the terminal: %q", out)
	}
}

// A run that let violations pass for every reason says so in lines that break
// between the counts.
func TestClosingLines(t *testing.T) {
	all := triage.Summary{Files: 1, Entries: 1250, BySeverity: triage.BySeverity{Errors: 1}, Accepted: 1200, Suppressed: 2, Known: 31}
	none := all
	none.Errors = 0
	for _, c := range []struct {
		summary triage.Summary
		width   int
		want    string
	}{
		{all, 140, "1 error, 0 warnings, 0 infos; 1,250 entries in 1 file checked; not counted: 1,200 accepted, 2 ignored, 31 not new (--new-only)\n"},
		{all, 80, "1 error, 0 warnings, 0 infos; 1,250 entries in 1 file checked; not counted:\n1,200 accepted, 2 ignored, 31 not new (--new-only)\n"},
		{all, 0, "1 error, 0 warnings, 0 infos; 1,250 entries in 1 file checked; not counted: 1,200 accepted, 2 ignored, 31 not new (--new-only)\n"},
		{none, 80, "nothing to report: 1,250 entries in 1 file checked; not counted: 1,200 accepted,\n2 ignored, 31 not new (--new-only)\n"},
		{triage.Summary{Files: 1, Entries: 1}, 80, "nothing to report: 1 entry in 1 file checked\n"},
	} {
		if got := text(t, &Data{Counts: &Counts{}, Summary: c.summary}, Style{Width: c.width}); got != c.want {
			t.Errorf("%d columns:\n got %q\nwant %q", c.width, got, c.want)
		}
	}
}
