package cli

import (
	"maps"
	"slices"

	"github.com/iatilint/iatilint/internal/read/sheet"
)

// setColumns hands the columns that the configuration names to the readers of
// tables.
func (s *settings) setColumns() error {
	columns := s.config.Columns
	for _, header := range slices.Sorted(maps.Keys(columns)) {
		path := columns[header]
		if path == "" || path == "-" {
			continue
		}
		if _, err := sheet.ParsePath(path); err != nil {
			return s.config.Wrong("columns", header, err)
		}
	}
	s.read.Columns = columns
	return nil
}
