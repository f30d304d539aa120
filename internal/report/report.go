// Package report writes what a run found, one file a format.
package report

import (
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Data is everything a report may show.
type Data struct {
	Version    string // of iatilint
	AsOf       schema.Date
	Files      []engine.FileStats
	Entries    []engine.EntrySummary
	Violations []lint.Violation
	Hidden     int // violations left out by --max-violations
	Summary    triage.Summary
}

// Style is how a report for people looks.
type Style struct {
	Color   bool
	Width   int  // columns of the terminal; 0 = not a terminal
	Verbose bool // a line for each file without violations
	Entries bool // a table of entries at the end
}

// A Writer writes a report in one format.
type Writer func(io.Writer, *Data, Style) error

// format is a format by name.
type format struct {
	name  string
	about string
	write Writer
}

func formats() []format {
	return []format{
		{"text", "for people, in a terminal", Text},
		{"json", "for programs: the whole report as one JSON document", JSON},
	}
}

// Formats lists the names of the formats, the default first.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// For finds the writer of a format.
func For(name string) (Writer, bool) {
	for _, f := range formats() {
		if f.name == name {
			return f.write, true
		}
	}
	return nil, false
}

// plural writes a count with its noun: "1 entry", "2 entries".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%s %s", thousands(n), many)
}

// thousands writes a count with commas, as in 12,345.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
