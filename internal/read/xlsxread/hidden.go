package xlsxread

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema"
)

// hiddenColumns are the columns of a sheet that are not shown.
type hiddenColumns struct {
	ranges [][2]int   // first and last
	first  *sheet.Row // that has something in one of them; only its cells there
	filled []int      // the columns that have something
}

// maxHidden is how many ranges of hidden columns are kept; a sheet has a few.
const maxHidden = 1000

// note reads the tag of columns that look alike.
func (h *hiddenColumns) note(s *xmltoken.Scanner) {
	if string(s.Local()) != "col" || !truth(attribute(s, "hidden")) {
		return
	}
	from, err1 := strconv.Atoi(attribute(s, "min"))
	to, err2 := strconv.Atoi(attribute(s, "max"))
	if err1 == nil && err2 == nil && len(h.ranges) < maxHidden {
		h.ranges = append(h.ranges, [2]int{from - 1, to - 1})
	}
}

// look notes what stands in the columns of a row that are read.
func (h *hiddenColumns) look(row *sheet.Row, layout *sheet.Layout) {
	if len(h.ranges) == 0 || layout == nil {
		return
	}
	var found []sheet.Cell
	for _, c := range row.Cells {
		hidden := func(r [2]int) bool { return r[0] <= c.Column && c.Column <= r[1] }
		if layout.Looked(c.Column) && slices.ContainsFunc(h.ranges, hidden) {
			found = append(found, c)
			if !slices.Contains(h.filled, c.Column) {
				h.filled = append(h.filled, c.Column)
			}
		}
	}
	if h.first == nil && len(found) > 0 {
		only := *row
		only.Cells = found
		h.first = &only
	}
}

// stillRead says that what is hidden is read nevertheless.
const stillRead = "; what is hidden is published like the rest, so it is checked too"

// hiddenFaults returns the faults of the hidden rows and columns of a sheet.
func (r *rows) hiddenFaults(like *schema.Source) []schema.Fault {
	var faults []schema.Fault
	if r.hidden != nil {
		message := fmt.Sprintf("%d rows of the sheet %q are hidden", r.hiddens, r.name)
		if r.hiddens == 1 {
			message = fmt.Sprintf("1 row of the sheet %q is hidden", r.name)
		}
		faults = append(faults, sheet.AtRow(r.hidden, like, schema.Fault{
			Kind:    schema.UnrecognisedBlock,
			Message: message + stillRead,
			Hint:    "show the rows, or delete them if they are not meant to be published",
		}))
	}
	if r.columns.first != nil {
		var letters []string
		slices.Sort(r.columns.filled)
		for _, column := range r.columns.filled {
			letters = append(letters, sheet.Letters(column))
		}
		message := fmt.Sprintf("the columns %s of the sheet %q are hidden", phrase.List(letters, "and"), r.name)
		if len(letters) == 1 {
			message = fmt.Sprintf("the column %s of the sheet %q is hidden", letters[0], r.name)
		}
		faults = append(faults, sheet.AtRow(r.columns.first, like, schema.Fault{
			Kind:    schema.UnrecognisedBlock,
			Message: message + stillRead,
			Hint:    "show the columns, or delete them if they are not meant to be published",
		}))
	}
	return faults
}
