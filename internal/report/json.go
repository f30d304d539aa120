package report

import (
	"io"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/schema"
)

// JSON writes the whole report as one JSON document, which
// schema/report.schema.json describes.
func JSON(w io.Writer, d *Data, _ Style) error {
	j := newJSONStream(w)
	j.open("", "{")
	j.field("schemaVersion", 1)
	j.field("tool", tool{"iatilint", d.Version})
	j.field("asOf", d.AsOf.String())
	j.list("files", len(d.Files), func(i int) any { return fileOf(d.Files[i]) })
	j.field("summary", d.Summary)
	j.entries("entries", d)
	j.violations("violations", func(v *finding.Finding) any { return v }, d.Violations)
	j.close("}")
	return unwritten("JSON", j.end())
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

func fileOf(f engine.FileStats) file {
	return file{f.Path, f.Format, f.Version, f.Entries, f.Results, f.Indicators, f.Bytes}
}
