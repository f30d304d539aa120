// Package report writes the findings of a run, one file a format. A writer
// streams the data and never builds a whole document in memory.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Data is everything a report may show.
type Data struct {
	Version    string // of iatilint
	AsOf       schema.Date
	Rules      []*lint.Rule // that ran, in the order of the catalogue
	Files      []engine.FileStats
	Entries    Entries // nil = not wanted
	Violations Violations
	Suppressed Violations // for formats that mark them; nil = none
	Counts     *Counts    // of the violations
	Hidden     int        // violations left out by --max-violations
	Summary    triage.Summary
	FailOn     lint.Severity // lowest severity that fails the run
	Problems   []error       // what could not be finished

	// Dir is the folder that relative paths start from, Root that of the
	// repository around it: both absolute, or empty where there is none.
	Dir, Root string
}

// Style is how a report for people looks.
type Style struct {
	Color   bool
	Width   int  // columns of the terminal; 0 = not a terminal
	Verbose bool // a line for each file without violations
	Quiet   bool // violations only, no closing line
	Tables  []string
}

// A Writer writes a report in one format.
type Writer func(io.Writer, *Data, Style) error

// Format is a format of reports.
type Format = format[Writer]

// ChangesFormat is a format of reports on what changed.
type ChangesFormat = format[ChangesWriter]

// format is a format with its writer of type W.
type format[W any] struct {
	Name  string
	About string
	Write W
	// Summary reports whether the format ends in totals of its own that people read.
	Summary bool
	// Entries reports whether the format lists the entries too, not just their violations.
	Entries bool
	// Suppressed reports that the format marks suppressed violations.
	Suppressed bool
}

// Formats lists the formats, the default first.
func Formats() []Format {
	return []Format{
		{Name: "text", About: "for people, in a terminal", Write: Text, Summary: true},
		{Name: "json", About: "for programs: the whole report as one JSON document", Write: JSON, Entries: true},
		{Name: "jsonl", About: "for programs: a violation a line, as JSON", Write: JSONL},
		{Name: "sarif", About: "for code scanning: SARIF 2.1.0", Write: SARIF, Suppressed: true},
		{Name: "github", About: "for GitHub Actions: annotations, and a job summary", Write: GitHub, Summary: true},
		{Name: "junit", About: "for test dashboards: JUnit XML, a test an entry", Write: JUnit, Entries: true},
		{Name: "checkstyle", About: "for many tools: Checkstyle XML", Write: Checkstyle},
		{Name: "rdjson", About: "for reviewdog", Write: RDJSON},
		{Name: "markdown", About: "for comments and wikis", Write: Markdown},
		{Name: "html", About: "for people: one self-contained page", Write: HTML, Entries: true},
		{Name: "csv", About: "for spreadsheets: a violation a row", Write: CSV},
	}
}

// FormatNames lists the names of the formats, the default first.
func FormatNames() []string { return namesOf(Formats()) }

// For returns the format of a name.
func For(name string) (Format, bool) { return find(Formats(), name) }

func namesOf[W any](formats []format[W]) []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return names
}

func find[W any](formats []format[W], name string) (format[W], bool) {
	i := slices.IndexFunc(formats, func(f format[W]) bool { return f.Name == name })
	if i < 0 {
		return format[W]{}, false
	}
	return formats[i], true
}

// homepage is where iatilint and its rules are documented.
const homepage = "https://github.com/iatilint/iatilint"

// helpURI returns the address of the documentation of a rule.
func helpURI(rule string) string {
	return homepage + "/blob/main/rules/README.md#" + strings.ReplaceAll(rule, "/", "")
}

// unwritten returns the error of a report that could not be written; nil for nil.
func unwritten(format string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("could not write the %s report: %w", format, err)
}
