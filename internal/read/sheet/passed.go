package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// passed is what stands among the rows of a table and is part of no entry.
type passed uint8

const (
	notPassed passed = iota
	total
	bareFigures
	note
	otherTable
	oneCell
	passedKinds
)

// passedRows are the rows of a table that were passed over for one reason.
type passedRows struct {
	first *Row
	count int
}

// fault returns what is said of the rows.
func (p passedRows) fault(kind passed, like *schema.Source) schema.Fault {
	f := schema.Fault{Kind: schema.UnrecognisedBlock}
	text := short60(p.first.Value(&p.first.Cells[0]))
	switch kind {
	case total:
		f.Message = fmt.Sprintf("the row is a total (%q), so it is read as part of no outcome", text)
	case bareFigures:
		f.Message = "the row holds figures alone, neither an identifier nor an indicator nor a period, so it is taken for a total and read as part of no outcome"
		f.Hint = "if it is none, write the identifier or the indicator into the row"
	case note:
		f.Message = fmt.Sprintf("the row is a note beside the table (%q), so it is read as part of no outcome", text)
		f.Hint = "if it is an outcome, write its identifier like those above"
	case otherTable:
		f.Message = fmt.Sprintf("below the table something else begins (%q), which is not checked", text)
		f.Hint = "move it to a sheet of its own, or write identifiers like those above if its rows are outcomes"
	case oneCell:
		f.Unread = true
		f.Message = fmt.Sprintf("the whole row stands in one cell, so it is not read: %q", text)
		f.Hint = "divide the cell into columns (in Excel: Data, Text to Columns), or export the table again"
	}
	if p.count > 1 {
		f.Message += fmt.Sprintf("; there are %d such rows", p.count)
	}
	return AtRow(p.first, like, f)
}

// passedOver returns why a row is part of no entry.
func (t *table) passedOver(r *Row) passed {
	l := t.layout
	gap := t.last > 0 && r.Number > t.last+1
	t.last = r.Number
	first := &r.Cells[0]
	text := strings.TrimSpace(r.Value(first))
	id := r.At(l.id)
	named := id != nil && t.ids.alike(strings.TrimSpace(r.Value(id)))
	begins := first == id || l.heads(first.Column)
	kind := notPassed
	switch {
	case len(r.Cells) == 1 && first.Column == l.header.Cells[0].Column && !l.under(first.Column, "description") && isRow(text, len(l.header.Cells)):
		kind = oneCell
	case l.isTotal(r, id):
		kind = total
	case l.bareFigures(r, id, t):
		kind = bareFigures
	case begins && len(r.Cells) <= maxNoteCells && isNote(text) && !hasIdentifier(text):
		kind = note
	case begins && len(r.Cells) == 1 && hasNoteMark(text):
		kind = note
	case id != nil && !named && len(r.Cells) == 1 && strings.Contains(text, " ") && !hasIdentifier(text) && !namesOutcome(text):
		kind = note
	case (gap || t.below) && !named && (id != nil || t.below) && !l.hasProse(r) && !hasIdentifier(text) && !namesOutcome(text):
		kind = otherTable
	}
	t.below = kind == otherTable || t.below && kind != notPassed
	return kind
}

// pass records a row that is passed over.
func (l *Layout) pass(r *Row, kind passed) {
	p := &l.passed[kind]
	if p.count++; p.first == nil {
		p.first = r
	}
}

// heads reports whether a column is one that a total or a note begins in.
func (l *Layout) heads(index int) bool {
	return index == l.header.Cells[0].Column || l.column(index) == nil || l.under(index, "iati-identifier") || l.under(index, "title") ||
		l.under(index, "result", "title") || l.under(index, "result", "indicator", "title")
}

// under reports whether a column holds a value under the keys.
func (l *Layout) under(index int, keys ...string) bool {
	c := l.column(index)
	return c != nil && c.path.under(keys...)
}

// isTotal reports whether the first text of a row, whose identifier may be that text
// alone, says that the row is a total.
func (l *Layout) isTotal(r *Row, id *Cell) bool {
	for i := range r.Cells {
		c := &r.Cells[i]
		if text := strings.TrimSpace(r.Value(c)); !figure(text) {
			return (id == nil || id == c) && l.heads(c.Column) && isTotal(text)
		}
	}
	return false
}

// bareFigures reports whether a row holds values alone, with nothing that says what
// of: the sum of the rows above.
func (l *Layout) bareFigures(r *Row, id *Cell, t *table) bool {
	if id != nil || l.exact || t.current == nil || !l.hasPath("result/indicator") {
		return false
	}
	values := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		col := l.column(c.Column)
		if c.Merged != nil || !figure(strings.TrimSpace(r.Value(c))) {
			return false
		}
		switch {
		case col != nil && col.measured():
			values++
		case col != nil && col.path != nil, values == 0: // an age may say what the values are of
			return false
		}
	}
	return values > 0
}

// measured reports whether the column holds the values of baselines, targets or actuals.
func (c *column) measured() bool {
	n := len(c.path)
	return n > 1 && c.path[n-1].Key == "value" && slices.Contains([]string{"baseline", "target", "actual"}, c.path[n-2].Key)
}

// hasProse reports whether a row has a title, a narrative or the title of an indicator.
func (l *Layout) hasProse(r *Row) bool {
	return slices.ContainsFunc(r.Cells, func(c Cell) bool {
		col := l.column(c.Column)
		return col != nil && len(col.path) > 1 && col.path[len(col.path)-1].Key == "text" && strings.Count(strings.TrimSpace(r.Value(&c)), " ") >= proseBlanks
	})
}

const (
	maxNoteCells = 3
	proseBlanks  = 3 // so many blanks make a text more than the name of a column
)

// delimiters are what may stand between the cells of a row in one cell.
var delimiters = []string{",", ";", "\t", "|"}

// isRow reports whether a cell holds all cells of a row.
func isRow(text string, columns int) bool {
	return columns > 2 && slices.ContainsFunc(delimiters, func(delimiter string) bool {
		first, _, _ := strings.Cut(text, delimiter)
		return strings.Count(text, delimiter) >= columns-1 && !strings.Contains(strings.TrimSpace(first), " ")
	})
}

// hasIdentifier reports whether one of the words of a text is like an identifier.
func hasIdentifier(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		w = strings.Trim(w, ".,;:()")
		return len(w) > 4 && identifierLike(w) && strings.ContainsAny(w, "-_") && strings.ContainsAny(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	})
}

// idForm is what the identifiers of a table have in common.
type idForm struct {
	count  int
	bare   bool // one has no digit
	spaced bool // one has blanks
}

func (f *idForm) add(id string) {
	f.count++
	f.bare = f.bare || !strings.ContainsAny(id, "0123456789")
	f.spaced = f.spaced || strings.Contains(id, " ")
}

// alike reports whether an identifier may be one more of those of the table.
func (f *idForm) alike(id string) bool {
	switch {
	case f.count == 0:
		return true
	case !f.bare && !strings.ContainsAny(id, "0123456789"):
		return false
	}
	return f.spaced || strings.Count(id, " ") < 2
}

// another returns the layout of another table that begins below the rows of this one.
func (t *table) another(r *Row, o Options) *Layout {
	l := t.layout
	id := r.At(l.id)
	if t.current == nil || l.exact || len(r.Cells) < 2 || id != nil && t.ids.alike(strings.TrimSpace(r.Value(id))) {
		return nil
	}
	known := 0
	for i := range r.Cells {
		text := strings.TrimSpace(r.Value(&r.Cells[i]))
		if len(text) > maxName || figure(text) || r.Cells[i].Merged != nil {
			return nil
		}
		if _, ok := plain().exactly(text); ok {
			known++
		}
	}
	if known < 2 || known*2 < len(r.Cells) || l.repeatsHeaders(r) {
		return nil
	}
	if other := recognise(r, nil, l.like, o); other != nil && other.hasEntries(false) {
		return other
	}
	return nil
}
