package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
)

// Text writes the report for people: violations grouped by entry, each with
// its place, a sentence, its line and what to write instead.
func Text(w io.Writer, d *Data, style Style) error {
	t := newTextWriter(w, style)
	err := each(d.Violations, func(v, before *finding.Finding) {
		newFile := before == nil || v.File != before.File
		if newFile || v.Entry != before.Entry {
			t.heading(v, newFile)
		}
		t.violation(v)
	})
	if err != nil {
		return unwritten("text", err)
	}
	if style.Verbose {
		t.cleanFiles(d)
	}
	for _, name := range style.Tables {
		if err := t.table(tableOf(name, d)); err != nil {
			return unwritten("text", err)
		}
	}
	if !style.Quiet {
		t.closing(d)
	}
	return unwritten("text", t.out.Flush())
}

type textWriter struct {
	out   *bufio.Writer
	width int
	color bool
	edits edits

	bold, dim, file, hint *color.Color
	words                 wordDiff
	severity              map[lint.Severity]*color.Color
}

// defaultWidth is what excerpts are cut to where the output is no terminal.
const defaultWidth = 100

func newTextWriter(w io.Writer, style Style) *textWriter {
	paint := painter(style)
	return &textWriter{
		out:   bufio.NewWriter(w),
		width: style.Width,
		color: style.Color,
		bold:  paint(color.Bold),
		dim:   paint(color.Faint),
		file:  paint(color.Bold, color.Underline),
		hint:  paint(color.FgCyan),
		words: newWordDiff(style),
		severity: map[lint.Severity]*color.Color{
			lint.Error:   paint(color.FgRed, color.Bold),
			lint.Warning: paint(color.FgYellow, color.Bold),
			lint.Info:    paint(color.FgBlue, color.Bold),
		},
	}
}

func (t *textWriter) heading(v *finding.Finding, newFile bool) {
	if newFile {
		t.out.WriteString(t.file.Sprint(lineStart(v.File)) + "\n")
	}
	if v.Entry != "" {
		t.out.WriteString(t.bold.Sprint(lineStart(v.Entry)) + "\n")
	}
	t.out.WriteByte('\n')
}

func (t *textWriter) violation(v *finding.Finding) {
	place := placeOf(v.Span)
	if place != "" {
		place = lineStart(path.Base(v.File) + ":" + place + ":")
	}
	paint := t.severity[v.Severity]
	head := appendWords(nil, place, t.dim)
	head = appendWords(head, v.Severity.String()+":", paint)
	head = appendWords(head, Visible(v.Message), nil)
	head = appendWords(head, "["+v.Rule+"]", t.dim)
	t.paragraph("  ", "    ", head)
	t.snippet(v, paint)
	t.edit(v)
	for _, r := range v.Related {
		t.paragraph("    = ", "      ", appendWords(appendWords(nil, "see "+relatedPlace(v, r), t.dim), Visible(r.Message), nil))
	}
	for _, hint := range hints(v) {
		t.paragraph("    = ", "      ", appendWords(nil, Visible(hint), t.hint))
	}
	t.out.WriteByte('\n')
}

// edit writes the word diff of a text.
func (t *textWriter) edit(v *finding.Finding) {
	list := t.edits.diff(v)
	if len(list) == 0 {
		return
	}
	words := appendWords(nil, "edited:", t.dim)
	for i, s := range list {
		words = t.words.add(words, s, i > 0)
	}
	t.paragraph("    = ", "      ", words)
}

// hints returns what to write instead: the fixes, else the rule's own hint.
func hints(v *finding.Finding) []string {
	var out []string
	for _, f := range v.Fixes {
		out = append(out, "fix: "+f.Title)
	}
	if v.Hint != "" {
		out = append(out, "help: "+v.Hint)
	}
	return out
}

// relatedPlace returns a related place as it is seen from its violation.
func relatedPlace(v *finding.Finding, r finding.Related) string {
	name := r.File
	if r.File == v.File {
		name = path.Base(r.File)
	}
	if place := placeOf(r.Span); place != "" {
		name += ":" + place
	}
	return Visible(name) + ":"
}

// snippet shows the line of the violation with its place underlined.
func (t *textWriter) snippet(v *finding.Finding, paint *color.Color) {
	if strings.TrimSpace(v.Snippet.Text) == "" {
		return
	}
	const margin = "    "
	label := ""
	if v.Span.Cell == "" {
		label = strconv.Itoa(v.Span.Start.Line)
	}
	columns := max(cmp.Or(t.width, defaultWidth)-len(margin)-len(label)-len(" | ")-1, 20)
	before, marked, after := fit(v.Snippet, columns).parts()
	fmt.Fprintf(t.out, "%s%s %s%s%s\n", margin, t.dim.Sprint(label+" |"), before, paint.Sprint(marked), after)
	if w := displayWidth(marked); w > 0 {
		fmt.Fprintf(t.out, "%s%s %s%s\n", margin, t.dim.Sprint(blank(len(label))+" |"),
			blank(displayWidth(before)), paint.Sprint(strings.Repeat("^", w)))
	}
}

func (t *textWriter) cleanFiles(d *Data) {
	clean := 0
	for i, c := range byFile(d) {
		if c.Total() > 0 {
			continue
		}
		clean++
		t.out.WriteString(lineStart(c.Name+": nothing to report, "+plural(d.Files[i].Entries, "entry", "entries")) + "\n")
	}
	if clean > 0 {
		t.out.WriteByte('\n')
	}
}

// closing writes how many violations there are, each count in its colour.
func (t *textWriter) closing(d *Data) {
	if note := hiddenNote(d); note != "" {
		t.out.WriteString(note + "\n")
	}
	if d.Summary.Total() == 0 {
		t.paragraph("", "", appendCounts(nil, Totals(d), nil))
		return
	}
	var words []word
	for _, total := range severityTotals(d.Summary.BySeverity) {
		paint, mark := t.severity[total.severity], ","
		if total.n == 0 {
			paint = nil
		}
		if total.severity == lint.Info {
			mark = ";"
		}
		words = appendCounts(words, total.String()+mark, paint)
	}
	t.paragraph("", "", appendCounts(words, checked(d.Summary), nil))
}
