package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
)

// annotationLimit is how many annotations of a kind GitHub shows for a step.
const annotationLimit = 10

// command returns the workflow command for violations of a severity.
func command(s lint.Severity) string {
	if s == lint.Info {
		return "notice"
	}
	return s.String()
}

// GitHub writes annotations for GitHub Actions, the gravest first, as many as
// GitHub shows, and how many more there are.
func GitHub(w io.Writer, d *Data, _ Style) error {
	out := bufio.NewWriter(w)
	perSeverity := map[lint.Severity][]string{}
	var found triage.BySeverity
	err := each(d.Violations, func(v, _ *finding.Finding) {
		if found.Add(v.Severity, 1); len(perSeverity[v.Severity]) < annotationLimit {
			perSeverity[v.Severity] = append(perSeverity[v.Severity], annotation(d, v))
		}
	})
	if err != nil {
		return unwritten("GitHub", err)
	}
	var more []string
	for _, total := range severityTotals(found) {
		for _, parameters := range perSeverity[total.severity] {
			out.WriteString("::" + command(total.severity) + " " + parameters + "\n")
		}
		if n := total.n - annotationLimit; n > 0 {
			more = append(more, plural(n, "more "+total.severity.String(), "more "+total.severity.String()+"s"))
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

// annotation returns a violation as what follows the name of a workflow command.
// Columns are given only within a line: GitHub refuses them otherwise.
func annotation(d *Data, v *finding.Finding) string {
	file, _ := d.inRoot(v.File)
	properties := []string{"file=" + commandProperty.Replace(Visible(file))}
	if s := v.Span; hasLines(s) {
		properties = append(properties, fmt.Sprintf("line=%d,endLine=%d", s.Start.Line, s.End.Line))
		if oneLine(s) {
			properties = append(properties, fmt.Sprintf("col=%d,endColumn=%d", s.Start.Column, s.End.Column))
		}
	}
	properties = append(properties, "title="+commandProperty.Replace(v.Rule))
	lines := []string{messageInCell(v)}
	if v.Entry != "" {
		lines[0] = v.Entry + ": " + lines[0]
	}
	lines = append(lines, hints(v)...)
	for i := range lines {
		lines[i] = commandData.Replace(Visible(lines[i]))
	}
	return strings.Join(properties, ",") + "::" + strings.Join(lines, "%0A")
}

var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// A job summary stays well below the megabyte that GitHub takes for a step,
// or it would show none at all.
const (
	jobSummaryRows  = 300
	jobSummaryBytes = 700 << 10
)

// JobSummary writes the page that GitHub shows beside a job, in Markdown.
func JobSummary(w io.Writer, d *Data) error {
	m := markdownWriter{bufio.NewWriter(w)}
	m.totals(d, "##")
	listed, size := 0, 0
	for i := range min(d.Violations.Len(), jobSummaryRows) {
		v, err := d.Violations.At(i)
		if err != nil {
			return unwritten("job summary", err)
		}
		row := jobSummaryRow(d, v)
		if size += len(row); size > jobSummaryBytes {
			break
		}
		if listed++; listed == 1 {
			m.out.WriteString("| Place | Severity | Violation | Rule |\n|---|---|---|---|\n")
		}
		m.out.WriteString(row)
	}
	if listed > 0 {
		m.out.WriteByte('\n')
	}
	if more := d.Violations.Len() - listed; more > 0 {
		fmt.Fprintf(m.out, "%s not listed here.\n\n", plural(more, "more violation is", "more violations are"))
	}
	return unwritten("job summary", m.out.Flush())
}

func jobSummaryRow(d *Data, v *finding.Finding) string {
	file, _ := d.inRoot(v.File)
	if place := placeOf(v.Span); place != "" {
		file += ":" + place
	}
	message := excerpt.Snippet{Text: v.Message}.Narrow(300).Text
	return fmt.Sprintf("| %s | %s | %s | %s |\n", markdown(file), v.Severity, markdown(message), ruleLink(v.Rule))
}
