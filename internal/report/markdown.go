package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/iatilint/iatilint/internal/finding"
)

// Markdown writes the report for comments and wikis.
func Markdown(w io.Writer, d *Data, _ Style) error {
	m := markdownWriter{out: bufio.NewWriter(w)}
	var shown edits
	m.totals(d, "#")
	err := each(d.Violations, func(v, before *finding.Finding) {
		newFile := before == nil || v.File != before.File
		if newFile {
			fmt.Fprintf(m.out, "## %s\n\n", markdown(v.File))
		}
		switch {
		case v.Entry != "" && (newFile || v.Entry != before.Entry):
			fmt.Fprintf(m.out, "### %s\n\n", markdown(v.Entry))
		case v.Entry == "" && !newFile && before.Entry != "":
			m.out.WriteString("### The file as a whole\n\n")
		}
		m.violation(v, shown.diff(v))
	})
	if err != nil {
		return unwritten("Markdown", err)
	}
	return unwritten("Markdown", m.out.Flush())
}

type markdownWriter struct{ out *bufio.Writer }

// totals writes the heading, the totals and the table of rules.
func (m markdownWriter) totals(d *Data, heading string) {
	fmt.Fprintf(m.out, "%s iatilint\n\n%s.\n\n", heading, Totals(d))
	if note := hiddenNote(d); note != "" {
		m.out.WriteString(note + ".\n\n")
	}
	for _, problem := range d.Problems {
		fmt.Fprintf(m.out, "**Not finished:** %s\n\n", markdown(problem.Error()))
	}
	counts := byRule(d.Counts)
	if len(counts) == 0 {
		return
	}
	m.out.WriteString("| Rule | Errors | Warnings | Infos |\n|---|--:|--:|--:|\n")
	for _, c := range counts {
		fmt.Fprintf(m.out, "| %s | %d | %d | %d |\n", ruleLink(c.Name), c.Errors, c.Warnings, c.Infos)
	}
	m.out.WriteByte('\n')
}

func ruleLink(rule string) string { return "[" + markdown(rule) + "](" + helpURI(rule) + ")" }

func (m markdownWriter) violation(v *finding.Finding, edit []stretch) {
	place := placeOf(v.Span)
	if place != "" {
		place += ", "
	}
	fmt.Fprintf(m.out, "- **%s**: %s (%s%s)\n", v.Severity, markdown(v.Message), markdown(place), ruleLink(v.Rule))
	if strings.TrimSpace(v.Snippet.Text) != "" {
		before, marked, after := show(v.Snippet.Narrow(defaultWidth)).parts()
		if marked != "" {
			marked = codeSpan(marked)
		}
		fmt.Fprintf(m.out, "  > %s%s%s\n", markdown(before), marked, markdown(after))
	}
	if len(edit) > 0 {
		fmt.Fprintf(m.out, "  - edited: %s\n", markdownDiff(edit))
	}
	for _, r := range v.Related {
		fmt.Fprintf(m.out, "  - see %s %s\n", markdown(relatedPlace(v, r)), markdown(r.Message))
	}
	for _, hint := range hints(v) {
		fmt.Fprintf(m.out, "  - %s\n", markdown(hint))
	}
	m.out.WriteByte('\n')
}

// markdown escapes text from the data: marks, HTML and tables, bare addresses
// that would become links, mentions that would call people, and what is a
// heading or a list at the start of a line.
func markdown(s string) string {
	return blockMark.ReplaceAllString(markdownMarks.Replace(Visible(s)), `${1}\${2}`)
}

var markdownMarks = func() *strings.Replacer {
	marks := []string{"://", `:\/\/`, "www.", `www\.`, "WWW.", `WWW\.`, "@", "@<!-- -->"}
	for _, mark := range strings.Split("\\`*_[]<>|~&$#", "") {
		marks = append(marks, mark, `\`+mark)
	}
	return strings.NewReplacer(marks...)
}()

// blockMark finds what begins a block: "- ", "+ ", "1. ", "1) ", "===".
var blockMark = regexp.MustCompile(`^(\s*\d*)([-+.)=])`)

// codeSpan shows text as it is, whatever backticks stand in it.
func codeSpan(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	pad := ""
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		pad = " "
	}
	return fence + pad + s + pad + fence
}
