package report

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/finding"
)

// CSV writes a violation a row, for spreadsheets: with a byte order mark,
// without which Excel takes UTF-8 for the system's own encoding, and with
// nothing that a spreadsheet would compute.
func CSV(w io.Writer, d *Data, _ Style) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return unwritten("CSV", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	columns := csvColumns()
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	_ = out.Write(row) // Error returns the first error, in the end
	err := each(d.Violations, func(v, _ *finding.Finding) {
		for i, c := range columns {
			row[i] = inert(Visible(c.value(v)))
		}
		_ = out.Write(row)
	})
	if err != nil {
		return unwritten("CSV", err)
	}
	out.Flush()
	return unwritten("CSV", out.Error())
}

type csvColumn struct {
	name  string
	value func(*finding.Finding) string
}

func csvColumns() []csvColumn {
	position := func(n int, v *finding.Finding) string {
		if !hasLines(v.Span) {
			return ""
		}
		return number(n)
	}
	return []csvColumn{
		{"file", func(v *finding.Finding) string { return v.File }},
		{"line", func(v *finding.Finding) string { return position(v.Span.Start.Line, v) }},
		{"column", func(v *finding.Finding) string { return position(v.Span.Start.Column, v) }},
		{"cell", func(v *finding.Finding) string { return v.Span.Cell }},
		{"entry", func(v *finding.Finding) string { return v.Entry }},
		{"field", func(v *finding.Finding) string { return v.Field }},
		{"severity", func(v *finding.Finding) string { return v.Severity.String() }},
		{"rule", func(v *finding.Finding) string { return v.Rule }},
		{"message", func(v *finding.Finding) string { return v.Message }},
		{"what to do", func(v *finding.Finding) string { return strings.Join(hints(v), "; ") }},
		{"excerpt", func(v *finding.Finding) string { return v.Excerpt }},
		{"official validator", func(v *finding.Finding) string { return strings.Join(v.Refs, " ") }},
		{"fingerprint", func(v *finding.Finding) string { return v.Fingerprint }},
	}
}

// inert puts an apostrophe before what a spreadsheet would evaluate as a
// formula, whether spaces precede it or not.
func inert(s string) string {
	trimmed := strings.TrimLeft(s, " \u00a0\u3000")
	if trimmed != "" && strings.ContainsRune("=+-@\uff1d\uff0b\uff0d\uff20", []rune(trimmed)[0]) {
		return "'" + s
	}
	return s
}
