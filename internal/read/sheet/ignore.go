package sheet

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// suppressions returns the suppressions in a row.
func (l *Layout) suppressions(r *Row, start int32, scope schema.Range) []schema.Suppression {
	var all []schema.Suppression
	for i := range r.Cells {
		c := &r.Cells[i]
		col := l.column(c.Column)
		if col == nil || !col.suppression {
			continue
		}
		text := strings.TrimSpace(r.Value(c))
		if text == "" {
			continue
		}
		s := ignore.Parse(strings.TrimPrefix(text, ignore.Word))
		s.At, s.Scope = c.at(start), scope
		all = append(all, s)
	}
	return all
}
