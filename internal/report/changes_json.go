package report

import (
	"io"

	"github.com/iatilint/iatilint/internal/compare"
)

// ChangesJSON writes what changed as one JSON document, which
// schema/diff.schema.json describes, entry by entry.
func ChangesJSON(w io.Writer, c Compared, _ Style, stream Changes) (compare.Totals, error) {
	j := newJSONStream(w)
	j.open("", "{")
	j.field("schemaVersion", 1)
	j.field("tool", tool{"iatilint", c.Version})
	j.field("before", c.Before)
	j.field("after", c.After)
	j.open("entries", "[")
	totals, err := stream(func(e *compare.EntryChange) error {
		j.item(e)
		return unwritten("JSON", j.err)
	})
	if err != nil {
		return totals, err
	}
	j.close("]")
	j.field("summary", totals)
	j.close("}")
	return totals, unwritten("JSON", j.end())
}
