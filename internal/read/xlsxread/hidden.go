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

// addRange reads the tag of columns that are formatted alike.
func (h *hiddenColumns) addRange(s *xmltoken.Scanner) {
	if string(s.Local()) != "col" || !truth(attribute(s, "hidden")) {
		return
	}
	from, err1 := strconv.Atoi(attribute(s, "min"))
	to, err2 := strconv.Atoi(attribute(s, "max"))
	if err1 == nil && err2 == nil && len(h.ranges) < maxHidden {
		h.ranges = append(h.ranges, [2]int{from - 1, to - 1})
	}
}

// inspect records the cells of a row that are in hidden columns which are read.
func (h *hiddenColumns) inspect(row *sheet.Row, layout *sheet.Layout) {
	if len(h.ranges) == 0 || layout == nil {
		return
	}
	hidden := *row
	hidden.Cells = slices.DeleteFunc(slices.Clone(row.Cells), func(c sheet.Cell) bool {
		return !layout.Looked(c.Column) || !slices.ContainsFunc(h.ranges, func(r [2]int) bool { return r[0] <= c.Column && c.Column <= r[1] })
	})
	for _, c := range hidden.Cells {
		if !slices.Contains(h.filled, c.Column) {
			h.filled = append(h.filled, c.Column)
		}
	}
	if h.first == nil && len(hidden.Cells) > 0 {
		h.first = &hidden
	}
}

// hiddenFaults returns the faults of a hidden sheet, and of hidden rows and columns.
func (r *rows) hiddenFaults(like *schema.Source) []schema.Fault {
	var faults []schema.Fault
	if r.concealed && r.first != nil {
		faults = append(faults, hiddenFault(r.first, like, fmt.Sprintf("the sheet %q is hidden", r.name), "the sheet, or delete it if it is"))
	}
	if r.hidden != nil {
		message := fmt.Sprintf("%d rows of the sheet %q are hidden", r.hiddens, r.name)
		if r.hiddens == 1 {
			message = fmt.Sprintf("1 row of the sheet %q is hidden", r.name)
		}
		faults = append(faults, hiddenFault(r.hidden, like, message, "the rows, or delete them if they are"))
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
		faults = append(faults, hiddenFault(r.columns.first, like, message, "the columns, or delete them if they are"))
	}
	return faults
}

func hiddenFault(at *sheet.Row, like *schema.Source, message, show string) schema.Fault {
	return sheet.AtRow(at, like, schema.Fault{
		Kind:    schema.UnrecognisedBlock,
		Message: message + "; what is hidden is published like the rest, so it is checked too",
		Hint:    "show " + show + " not meant to be published",
	})
}
