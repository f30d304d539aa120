package report

import (
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/finding"
)

// RDJSON writes the report in reviewdog's own format. Its columns count bytes.
func RDJSON(w io.Writer, d *Data, _ Style) error {
	j := newJSONStream(w)
	j.open("", "{")
	j.field("source", map[string]string{"name": "iatilint", "url": homepage})
	j.violations("diagnostics", func(v *finding.Finding) any { return diagnostic(v) }, d.Violations)
	j.close("}")
	return unwritten("rdjson", j.end())
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

func diagnostic(v *finding.Finding) rdDiagnostic {
	out := rdDiagnostic{
		Message:  messageWithHint(v),
		Location: rdLocation{Path: v.File, Range: byteRange(v)},
		Severity: strings.ToUpper(v.Severity.String()),
		Code:     rdCode{v.Rule, helpURI(v.Rule)},
	}
	for _, r := range v.Related {
		related := rdRelated{Message: r.Message, Location: rdLocation{Path: r.File}}
		if hasLines(r.Span) {
			related.Location.Range = &rdRange{Start: rdPosition{Line: r.Span.Start.Line}}
		}
		out.Related = append(out.Related, related)
	}
	for _, f := range v.Fixes {
		if s, ok := suggestion(v, f); ok {
			out.Suggestions = append(out.Suggestions, s)
		}
	}
	return out
}

// byteRange returns the place of a violation, without columns where they cannot be
// counted in bytes.
func byteRange(v *finding.Finding) *rdRange {
	if !hasLines(v.Span) {
		return nil
	}
	if !byteColumns(v) {
		return &rdRange{Start: rdPosition{Line: v.Span.Start.Line}, End: &rdPosition{Line: v.Span.End.Line}}
	}
	r := columns(v, v.Snippet.From, v.Snippet.To)
	return &r
}

func columns(v *finding.Finding, from, to int) rdRange {
	line := v.Span.Start.Line
	return rdRange{Start: rdPosition{line, from + 1}, End: &rdPosition{line, to + 1}}
}

// suggestion returns a fix if it is one edit in the line of its violation.
func suggestion(v *finding.Finding, f finding.Fix) (rdSuggestion, bool) {
	if len(f.Edits) != 1 || !byteColumns(v) {
		return rdSuggestion{}, false
	}
	from, to, ok := editInSnippet(v, f.Edits[0])
	return rdSuggestion{columns(v, from, to), f.Edits[0].Text}, ok
}

// messageWithHint returns the message for formats that have no place for a hint.
func messageWithHint(v *finding.Finding) string {
	message := messageInCell(v)
	if v.Hint != "" {
		message += "\n" + v.Hint
	}
	return message
}

// messageInCell returns the message with the cell, for formats that have only lines.
func messageInCell(v *finding.Finding) string {
	if v.Span.Cell != "" {
		return v.Span.Cell + ": " + v.Message
	}
	return v.Message
}
