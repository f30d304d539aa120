package docxread

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/read/textread"
	"github.com/iatilint/iatilint/schema"
)

// region is a table, or a part of one, whose columns are known. A form with the
// names of its fields in the first column is read as a table with a row for each of
// the other columns.
type region struct {
	from, to int // of the text
	layout   *sheet.Layout
	rows     []*sheet.Row // those of values
	entries  bool         // the rows have identifiers of entries
	rest     []tableCell  // cells above the headers, and such as are no field
}

// tableReader reads the tables of a document.
type tableReader struct {
	*document
	options sheet.Options
	own     *regexp.Regexp // the organisation's scheme of identifiers
	like    *schema.Source
}

// regions returns the tables of the document that are read as such.
func (t *tableReader) regions() []region {
	var all []region
	for _, table := range t.tables {
		if table.outer || len(table.rows) == 0 {
			continue
		}
		found, score := t.whole(table.rows)
		if parts := t.parts(table.rows); len(parts) > 1 {
			var divided []region
			sum := 0
			for _, rows := range parts {
				some, n := t.whole(rows)
				divided, sum = append(divided, some...), sum+n
			}
			if len(divided) > 0 && divided[0].entries && sum > score {
				found = divided
			}
		}
		all = append(all, found...)
	}
	return all
}

// whole reads rows as one region, and returns how many of its columns are known.
func (t *tableReader) whole(rows []tableRow) ([]region, int) {
	if r := t.region(rows); r != nil {
		return []region{*r}, r.layout.Score()
	}
	return nil, 0
}

// parts divides the rows of a table where rows of two cells, as forms have them, and
// rows of more follow each other.
func (t *tableReader) parts(rows []tableRow) [][]tableRow {
	var parts [][]tableRow
	wide := false
	for i, r := range rows {
		if w := len(r.cells) > 2; i == 0 || w != wide {
			parts, wide = append(parts, nil), w
		}
		last := len(parts) - 1
		parts[last] = append(parts[last], r)
	}
	return parts
}

// region reads rows as a table, or as a form, whichever says more; nil where they are
// neither.
func (t *tableReader) region(rows []tableRow) *region {
	var lined []*sheet.Row
	for i, r := range rows {
		if cells := t.filled(r); len(cells) > 0 {
			lined = append(lined, t.row(i+1, cells))
		}
	}
	best := t.find(lined)
	if best != nil {
		above := rows[:best.layout.Row()-1]
		if n := len(above); n > 0 && len(t.filled(above[n-1])) > 1 { // it has the names of groups of columns
			above = above[:n-1]
		}
		best.rest = t.rest(above, nil)
	}
	for _, fields := range [][]field{t.pairs(rows), t.columns(rows)} {
		if form := t.find(t.form(fields)); form != nil && (best == nil || form.entries && !best.entries || form.entries == best.entries && form.layout.Score() > best.layout.Score()) {
			read := map[int]bool{}
			for _, f := range fields {
				read[f.name.from], read[f.value.from] = true, true
			}
			best, form.rest = form, t.rest(rows, read)
		}
	}
	if best != nil && len(lined) > 0 {
		last := lined[len(lined)-1]
		best.from, best.to = int(lined[0].Base.Offset), int(last.Base.Offset)+len(last.Text)
	}
	return best
}

// rest returns the cells that are not read, by where they begin.
func (t *tableReader) rest(rows []tableRow, read map[int]bool) []tableCell {
	var rest []tableCell
	for _, r := range rows {
		for _, c := range t.filled(r) {
			if !read[c.from] {
				rest = append(rest, c)
			}
		}
	}
	return rest
}

// find looks for the headers of rows. What a column of identifiers is called does not
// matter, and one that is called so without holding any is not read as such.
func (t *tableReader) find(rows []*sheet.Row) *region {
	if len(rows) < 2 {
		return nil
	}
	t.divide(rows)
	layout, used := sheet.Find(rows, t.like, t.options)
	identified := t.identified(rows)
	if identified >= 0 && layout != nil && strings.HasPrefix(sheet.PartOf(layout.Header(identified)), "result/indicator/") {
		identified = -1
	}
	switch {
	case layout == nil && identified < 0:
		return nil
	case layout != nil && layout.Book() && identified < 0:
		return nil
	case layout == nil || layout.Book() || layout.Identifiers() != identified:
		o := t.options
		o.Columns = map[string]string{}
		maps.Copy(o.Columns, t.options.Columns)
		if layout != nil && layout.Identifiers() >= 0 {
			o.Columns[layout.Header(layout.Identifiers())] = "-"
		}
		if identified >= 0 {
			header := rows[max(used-1, 0)].At(identified)
			if header == nil {
				return nil
			}
			header.Escaped, header.Value = true, identifierHeader
		}
		if layout, used = sheet.Find(rows, t.like, o); layout == nil || layout.Book() {
			return nil
		}
	}
	ofIndicators := layout.Has("result/indicator") && !layout.Has("title")
	if identified < 0 && !ofIndicators || identified >= 0 && layout.Score() < 2 {
		return nil
	}
	return &region{layout: layout, rows: layout.Filled(rows[used:]), entries: identified >= 0}
}

// divide divides a column whose cells hold an identifier and a statement, or a word
// for the outcome before the identifier.
func (t *tableReader) divide(rows []*sheet.Row) {
	begins := func(s string) bool {
		_, _, ok := textread.Divide(s, t.own)
		return ok
	}
	column := t.mostly(rows[1:], begins)
	if column < 0 {
		return
	}
	header, begun, stated := -1, false, false
	for i, r := range rows {
		c := r.At(column)
		switch {
		case c == nil:
		case !begins(r.Value(c)):
			if !begun {
				header = i
			}
		default:
			begun = true
			identifier, statement, _ := textread.Divide(r.Value(c), t.own)
			start := c.Start
			c.Start, c.End = start+identifier.Start, start+identifier.End
			if statement.Known() {
				t.addPart(r, sheet.Cell{Start: start + statement.Start, End: start + statement.End}, column)
				stated = true
			}
		}
	}
	if header < 0 {
		return
	}
	c := rows[header].At(column)
	c.Escaped, c.Value = true, identifierHeader
	if stated {
		t.addPart(rows[header], sheet.Cell{Start: c.Start, End: c.End, Escaped: true, Value: "outcome statement"}, column)
	}
}

// addPart adds the second part of a cell.
func (t *tableReader) addPart(r *sheet.Row, second sheet.Cell, column int) {
	at := slices.IndexFunc(r.Cells, func(c sheet.Cell) bool { return c.Column == column })
	second.Column = column + divided
	r.Cells, r.Names = append(r.Cells, second), append(r.Names, r.Names[at])
}

// divided is added to a column for the second part of its cells.
const divided = 1 << 10

const identifierHeader = "outcome identifier"

// identified returns the first column most of whose cells below the first row are
// identifiers; -1 where there is none.
func (t *tableReader) identified(rows []*sheet.Row) int {
	return t.mostly(rows[1:], func(s string) bool { return textread.IsIdentifier(s, t.own) })
}

// mostly returns the first column most of whose cells are of a kind; -1 where there is
// none.
func (t *tableReader) mostly(rows []*sheet.Row, is func(string) bool) int {
	filled, of := map[int]int{}, map[int]int{}
	for _, r := range rows {
		for i := range r.Cells {
			c := &r.Cells[i]
			filled[c.Column]++
			if is(r.Value(c)) {
				of[c.Column]++
			}
		}
	}
	first := -1
	for column, n := range of {
		if 2*n > filled[column] && (first < 0 || column < first) {
			first = column
		}
	}
	return first
}

// field is a field of a form: its name, and a value.
type field struct {
	name, value tableCell
	record      int // that the value belongs to; -1 = the one at hand
}

// pairs reads rows of names with their values to the right. A name that fills its row
// has its value in the next.
func (t *tableReader) pairs(rows []tableRow) []field {
	var fields []field
	var above *tableCell
	for _, r := range rows {
		cells := t.filled(r)
		switch {
		case len(cells) == 1 && len(r.cells) == 1 && above != nil:
			fields = append(fields, field{*above, cells[0], -1})
			above = nil
			continue
		case len(cells) == 1 && len(r.cells) == 1 && sheet.PartOf(t.label(cells[0])) != "":
			above = &cells[0]
			continue
		}
		above = nil
		if len(r.cells)%2 != 0 {
			continue
		}
		for i := 0; i+1 < len(r.cells); i += 2 {
			name, value := t.trimmed(r.cells[i]), t.trimmed(r.cells[i+1])
			if name.to > name.from && value.to > value.from {
				fields = append(fields, field{name, value, -1})
			}
		}
	}
	return fields
}

// columns reads rows with a name in the first column and a value in each of the others.
func (t *tableReader) columns(rows []tableRow) []field {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.cells))
	}
	var fields []field
	for record := 1; width > 2 && record < min(width, maxSpan); record++ {
		for _, r := range rows {
			if record >= len(r.cells) {
				continue
			}
			name, value := t.trimmed(r.cells[0]), t.trimmed(r.cells[record])
			if name.to > name.from && value.to > value.from {
				fields = append(fields, field{name, value, record})
			}
		}
	}
	return fields
}

// label returns the name of a field without the colon behind it.
func (t *tableReader) label(c tableCell) string {
	return strings.TrimRight(t.text.String()[c.from:c.to], " \t\u00a0:：.*")
}

// maxFields is far more fields than a form has.
const maxFields = 200

// form makes a table of fields: a row of their names, and a row for each record. A
// field that the record has already begins the next one.
func (t *tableReader) form(fields []field) []*sheet.Row {
	columns := map[string]int{}
	var names []tableCell
	var records [][]tableCell
	has := map[int]bool{}
	record := 0
	for _, f := range fields {
		label := strings.ToLower(t.label(f.name))
		column, known := columns[label]
		if !known {
			if column = len(columns); column == maxFields {
				return nil
			}
			columns[label] = column
			f.name.column, f.name.to = column, f.name.from+len(t.label(f.name))
			names = append(names, f.name)
		}
		if len(records) == 0 || f.record >= 0 && f.record != record || f.record < 0 && has[column] {
			records, record = append(records, nil), f.record
			clear(has)
		}
		has[column] = true
		f.value.column = column
		last := len(records) - 1
		records[last] = append(records[last], f.value)
	}
	if len(names) < 2 {
		return nil
	}
	rows := []*sheet.Row{t.row(1, names)}
	for i, cells := range records {
		rows = append(rows, t.row(i+2, cells))
	}
	return rows
}
