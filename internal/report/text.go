package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/iatilint/iatilint/rules/lint"
)

// Text writes the report for people: violations grouped by entry, each with
// its place, a sentence, the line it stands in and what to write instead.
func Text(w io.Writer, d *Data, style Style) error {
	t := newTextWriter(w, style)
	var file, entry string
	for i, v := range d.Violations {
		if i == 0 || v.File != file || v.Entry != entry {
			t.heading(v, i == 0 || v.File != file)
			file, entry = v.File, v.Entry
		}
		t.violation(v)
	}
	if style.Verbose {
		t.cleanFiles(d)
	}
	if style.Entries {
		t.entries(d.Entries)
	}
	t.summary(d)
	if err := t.out.Flush(); err != nil {
		return fmt.Errorf("could not write the text report: %w", err)
	}
	return nil
}

type textWriter struct {
	out   *bufio.Writer
	width int

	bold, dim, file, hint *color.Color
	severity              map[lint.Severity]*color.Color
}

// defaultWidth is what excerpts are cut to where the output is no terminal.
const defaultWidth = 100

func newTextWriter(w io.Writer, style Style) *textWriter {
	paint := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if style.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return &textWriter{
		out:   bufio.NewWriter(w),
		width: style.Width,
		bold:  paint(color.Bold),
		dim:   paint(color.Faint),
		file:  paint(color.Bold, color.Underline),
		hint:  paint(color.FgCyan),
		severity: map[lint.Severity]*color.Color{
			lint.Error:   paint(color.FgRed, color.Bold),
			lint.Warning: paint(color.FgYellow, color.Bold),
			lint.Info:    paint(color.FgBlue, color.Bold),
		},
	}
}

func (t *textWriter) heading(v lint.Violation, newFile bool) {
	if newFile {
		fmt.Fprintln(t.out, t.file.Sprint(Visible(v.File)))
	}
	if v.Entry != "" {
		fmt.Fprintln(t.out, t.bold.Sprint(Visible(v.Entry)))
	}
	fmt.Fprintln(t.out)
}

func (t *textWriter) violation(v lint.Violation) {
	place := v.Span.Cell
	if place == "" && v.Span.Start.Line > 0 {
		place = fmt.Sprintf("%d:%d", v.Span.Start.Line, v.Span.Start.Column)
	}
	if place != "" {
		place = Visible(filepath.Base(v.File)) + ":" + place + ": "
	}
	paint := t.severity[v.Severity]
	head := []word{}
	head = appendWords(head, place, t.dim)
	head = appendWords(head, v.Severity.String()+":", paint)
	head = appendWords(head, Visible(v.Message), nil)
	head = appendWords(head, "["+v.Rule+"]", t.dim)
	t.paragraph("  ", "    ", head)
	t.snippet(v, paint)
	for _, r := range v.Related {
		t.related(v, r)
	}
	for _, hint := range hints(v) {
		t.paragraph("    = ", "      ", appendWords(nil, Visible(hint), t.hint))
	}
	fmt.Fprintln(t.out)
}

// hints says what to write instead: the fixes, else the rule's own hint.
func hints(v lint.Violation) []string {
	var out []string
	for _, f := range v.Fixes {
		out = append(out, "fix: "+f.Title)
	}
	if v.Hint != "" {
		out = append(out, "help: "+v.Hint)
	}
	return out
}

// snippet shows the line of the violation with its place underlined.
func (t *textWriter) snippet(v lint.Violation, paint *color.Color) {
	if strings.TrimSpace(v.Snippet.Text) == "" {
		return
	}
	margin := "    "
	label := ""
	if v.Span.Cell == "" {
		label = strconv.Itoa(v.Span.Start.Line)
	}
	width := t.width
	if width == 0 {
		width = defaultWidth
	}
	room := max(width-len(margin)-len(label)-len(" | ")-1, 20)
	line := fit(v.Snippet, room)
	before, meant, after := line.parts()
	fmt.Fprintf(t.out, "%s%s %s%s%s\n", margin, t.dim.Sprint(label+" |"), before, paint.Sprint(meant), after)
	if w := displayWidth(meant); w > 0 {
		fmt.Fprintf(t.out, "%s%s %s%s\n", margin, t.dim.Sprint(strings.Repeat(" ", len(label))+" |"),
			strings.Repeat(" ", displayWidth(before)), paint.Sprint(strings.Repeat("^", w)))
	}
}

func (t *textWriter) related(v lint.Violation, r lint.Related) {
	place := r.Span.Cell
	if place == "" {
		place = fmt.Sprintf("%d:%d", r.Span.Start.Line, r.Span.Start.Column)
	}
	name := Visible(filepath.Base(r.File))
	if r.File != v.File {
		name = Visible(r.File)
	}
	t.paragraph("    = ", "      ", appendWords(appendWords(nil, "see "+name+":"+place+":", t.dim), Visible(r.Message), nil))
}

func (t *textWriter) cleanFiles(d *Data) {
	dirty := map[string]bool{}
	for _, v := range d.Violations {
		dirty[v.File] = true
	}
	for _, f := range d.Files {
		if !dirty[f.Path] {
			fmt.Fprintf(t.out, "%s: nothing to report, %s\n", Visible(f.Path), plural(f.Entries, "entry", "entries"))
		}
	}
}

func (t *textWriter) summary(d *Data) {
	s := d.Summary
	if d.Hidden > 0 {
		fmt.Fprintf(t.out, "%s not shown (--max-violations)\n", plural(d.Hidden, "more violation", "more violations"))
	}
	where := fmt.Sprintf("%s in %s", plural(s.Entries, "entry", "entries"), plural(s.Files, "file", "files"))
	if s.Errors+s.Warnings+s.Infos == 0 {
		fmt.Fprintf(t.out, "nothing to report: %s checked\n", where)
		return
	}
	var words []word
	for _, part := range []struct {
		severity lint.Severity
		text     string
		n        int
	}{
		{lint.Error, plural(s.Errors, "error", "errors") + ",", s.Errors},
		{lint.Warning, plural(s.Warnings, "warning", "warnings") + ",", s.Warnings},
		{lint.Info, plural(s.Infos, "info", "infos") + ";", s.Infos},
	} {
		paint := t.severity[part.severity]
		if part.n == 0 {
			paint = nil
		}
		words = appendWords(words, part.text, paint)
	}
	t.paragraph("", "", appendWords(words, where+" checked", nil))
}
