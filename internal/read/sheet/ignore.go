package sheet

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// suppressions are what a row asks not to report: of the whole entry in its
// first row, else of what stands in the row.
func (l *Layout) suppressions(r *Row, start int32, first bool) []schema.Suppression {
	var all []schema.Suppression
	for i := range r.Cells {
		c := &r.Cells[i]
		col := l.columns[c.Column]
		text := strings.TrimSpace(r.Value(c))
		if col == nil || !col.asks || text == "" {
			continue
		}
		s := ignore.Request(strings.TrimPrefix(text, ignore.Word))
		s.At = schema.Range{Start: start + c.Start, End: start + c.End}
		if !first {
			s.Scope = schema.Range{Start: start, End: start + int32(len(r.Text))}
		}
		all = append(all, s)
	}
	return all
}
