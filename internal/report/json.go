package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// document is the JSON report; schema/report.schema.json describes it.
type document struct {
	SchemaVersion int                   `json:"schemaVersion"`
	Tool          tool                  `json:"tool"`
	AsOf          string                `json:"asOf"`
	Files         []file                `json:"files"`
	Summary       triage.Summary        `json:"summary"`
	Entries       []engine.EntrySummary `json:"entries"`
	Violations    []lint.Violation      `json:"violations"`
}

type tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type file struct {
	Path        string        `json:"path"`
	Format      schema.Format `json:"format"`
	IATIVersion string        `json:"iatiVersion"`
	Entries     int           `json:"entries"`
	Results     int           `json:"results"`
	Indicators  int           `json:"indicators"`
	Bytes       int64         `json:"bytes"`
}

// JSON writes the whole report as one JSON document.
func JSON(w io.Writer, d *Data, _ Style) error {
	doc := document{
		SchemaVersion: 1,
		Tool:          tool{"iatilint", d.Version},
		AsOf:          d.AsOf.String(),
		Files:         []file{},
		Summary:       d.Summary,
		Entries:       d.Entries,
		Violations:    d.Violations,
	}
	for _, f := range d.Files {
		doc.Files = append(doc.Files, file{f.Path, f.Format, f.Version, f.Entries, f.Results, f.Indicators, f.Bytes})
	}
	if doc.Entries == nil {
		doc.Entries = []engine.EntrySummary{}
	}
	if doc.Violations == nil {
		doc.Violations = []lint.Violation{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(doc); err != nil {
		return fmt.Errorf("could not write the JSON report: %w", err)
	}
	return nil
}
