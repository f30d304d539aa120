package report

import (
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/finding"
)

// Checkstyle writes the report as Checkstyle's own XML, which many tools read.
func Checkstyle(w io.Writer, d *Data, _ Style) error {
	x := newXMLWriter(w)
	x.tag("", "checkstyle", "version", "10.0")
	open := false
	err := each(d.Violations, func(v, before *finding.Finding) {
		if before == nil || v.File != before.File {
			if open {
				x.end("  ", "file")
			}
			x.tag("  ", "file", "name", v.File)
			open = true
		}
		x.empty("    ", "error", checkstyleError(v)...)
	})
	if err != nil {
		return unwritten("Checkstyle", err)
	}
	if open {
		x.end("  ", "file")
	}
	x.end("", "checkstyle")
	return unwritten("Checkstyle", x.out.Flush())
}

// checkstyleError gives line 1 to what has no line: readers demand one.
func checkstyleError(v *finding.Finding) []string {
	attributes := []string{"line", "1"}
	if hasLines(v.Span) {
		attributes = []string{"line", number(v.Span.Start.Line), "column", number(v.Span.Start.Column)}
	}
	return append(attributes,
		"severity", v.Severity.String(),
		"message", strings.Join(append([]string{messageInCell(v)}, hints(v)...), "; "), // on one line
		"source", "iatilint."+v.Rule)
}
