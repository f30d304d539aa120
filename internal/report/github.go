package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
)

// annotationLimit is how many annotations of a kind GitHub shows for a step.
const annotationLimit = 10

// GitHub writes annotations for GitHub Actions, the gravest first, as many as
// GitHub shows, and how many more there are.
func GitHub(w io.Writer, d *Data, _ Style) error {
	out := bufio.NewWriter(w)
	var more []string
	for _, kind := range []struct {
		severity  lint.Severity
		command   string
		one, many string
	}{
		{lint.Error, "error", "more error", "more errors"},
		{lint.Warning, "warning", "more warning", "more warnings"},
		{lint.Info, "notice", "more info", "more infos"},
	} {
		n := 0
		for i := range d.Violations {
			v := &d.Violations[i]
			if v.Severity != kind.severity {
				continue
			}
			if n++; n <= annotationLimit {
				out.WriteString(annotation(d, kind.command, v) + "\n")
			}
		}
		if n > annotationLimit {
			more = append(more, plural(n-annotationLimit, kind.one, kind.many))
		}
	}
	if len(more) > 0 {
		fmt.Fprintf(out, "%s without annotation: GitHub shows %d of each kind for a step\n", strings.Join(more, ", "), annotationLimit)
	}
	if note := hiddenNote(d); note != "" {
		out.WriteString(note + "\n")
	}
	out.WriteString(Totals(d) + "\n")
	return unwritten("GitHub", out.Flush())
}

// annotation is a violation as a workflow command. Columns are given only
// within a line: GitHub refuses them otherwise.
func annotation(d *Data, command string, v *lint.Violation) string {
	file, _ := d.inRoot(v.File)
	properties := []string{"file=" + commandProperty.Replace(Visible(file))}
	if s := v.Span; hasLines(s) {
		properties = append(properties, fmt.Sprintf("line=%d,endLine=%d", s.Start.Line, s.End.Line))
		if oneLine(s) {
			properties = append(properties, fmt.Sprintf("col=%d,endColumn=%d", s.Start.Column, s.End.Column))
		}
	}
	properties = append(properties, "title="+commandProperty.Replace(v.Rule))
	lines := []string{v.Message}
	if v.Span.Cell != "" {
		lines[0] = v.Span.Cell + ": " + lines[0]
	}
	if v.Entry != "" {
		lines[0] = v.Entry + ": " + lines[0]
	}
	lines = append(lines, hints(v)...)
	for i := range lines {
		lines[i] = commandData.Replace(Visible(lines[i]))
	}
	return "::" + command + " " + strings.Join(properties, ",") + "::" + strings.Join(lines, "%0A")
}

var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// jobSummaryRows keeps a job summary far below the megabyte that GitHub takes.
const jobSummaryRows = 300

// JobSummary writes the page that GitHub shows beside a job, in Markdown.
func JobSummary(w io.Writer, d *Data) error {
	m := markdownWriter{bufio.NewWriter(w)}
	m.totals(d, "##")
	if len(d.Violations) > 0 {
		m.out.WriteString("| Place | Severity | Violation | Rule |\n|---|---|---|---|\n")
		for i := range d.Violations[:min(len(d.Violations), jobSummaryRows)] {
			v := &d.Violations[i]
			file, _ := d.inRoot(v.File)
			if place := placeOf(v.Span); place != "" {
				file += ":" + place
			}
			fmt.Fprintf(m.out, "| %s | %s | %s | %s |\n",
				markdown(file), v.Severity, markdown(lint.Excerpt(lint.Snippet{Text: v.Message}, 300)), ruleLink(v.Rule))
		}
		m.out.WriteByte('\n')
		if more := len(d.Violations) - jobSummaryRows; more > 0 {
			fmt.Fprintf(m.out, "%s not listed here.\n\n", plural(more, "more violation is", "more violations are"))
		}
	}
	return unwritten("job summary", m.out.Flush())
}
