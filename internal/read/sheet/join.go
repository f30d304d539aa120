package sheet

import (
	"slices"
	"strings"
)

// join returns the row of headers that two rows make together: the names of groups of
// columns above, those of the columns below. A group goes on over the blank cells to its
// right. It returns nil where the lower row is one of data. hints reports whether the
// lower row only says how the columns are to be filled in.
func join(groups, named *Row) (r *Row, hints bool) {
	isText := func(c Cell) bool { return len(named.Value(&c)) > maxHeader }
	if named.Number != groups.Number+1 || named.Sheet != groups.Sheet || slices.ContainsFunc(named.Cells, isText) {
		return nil, false
	}
	known := plain()
	r = &Row{Text: groups.Text + named.Text, Base: groups.Base, Sheet: named.Sheet, Number: named.Number}
	group := "" // that goes on over the next columns
	hints = true
	for column := range max(groups.last(), named.last()) + 1 {
		above, below := groups.At(column), named.At(column)
		switch {
		case above == nil && below == nil:
		case below == nil:
			group = ""
			r.take(groups, above, 0, groups.Value(above))
		case above == nil:
			hints = false
			text, _, _ := known.inGroup(group, named.Value(below))
			r.take(named, below, len(groups.Text), text)
		default:
			a, b := groups.Value(above), named.Value(below)
			alone, isHeader := known.meaning(a)
			text, both, together := known.inGroup(a, b)
			hint := unqualified(withoutBrackets(b, false)) == ""
			same := strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
			hints = hints && !same && (hint || together && both.path == alone.path && both.year == alone.year)
			group = ""
			switch {
			case hint || same:
				r.take(groups, above, 0, a)
				continue
			case together:
				group = a
			case isHeader && !known.has(b) && (len(b) > maxName || strings.ContainsAny(b, "0123456789")):
				return nil, false
			case !known.has(b):
				text = a + " " + b
			}
			r.take(named, below, len(groups.Text), text)
		}
	}
	return r, hints
}

// maxName is how long the name of a column below that of a group may be, in bytes.
const maxName = 60

// inGroup returns the header of a column in a group, and what it stands for: with the
// name of the group where the two together stand for something.
func (n names) inGroup(group, name string) (string, meaning, bool) {
	for _, a := range slices.Compact(slices.Concat(readings(group)...)) {
		for _, b := range slices.Compact(slices.Concat(readings(name)...)) {
			m, ok := n.exactly(a + " " + b)
			if ok && a != "" && (m.year == "" || !strings.Contains(m.path, "/baseline")) { // a baseline is of no year of a report
				return a + " " + b, m, true
			}
		}
	}
	return name, meaning{}, false
}

// has reports whether a header stands for something.
func (n names) has(header string) bool {
	_, ok := n.meaning(header)
	return ok
}

// take adds a cell of another row, whose text begins at start, as a header.
func (r *Row) take(from *Row, c *Cell, start int, header string) {
	taken := *c
	taken.Start += int32(start)
	taken.End += int32(start)
	taken.Escaped, taken.Value = true, header
	if taken.Merged == nil && from.Number != r.Number {
		taken.Merged = &Place{Row: from.Number, Column: c.Column}
	}
	r.Cells = append(r.Cells, taken)
	if from.Names != nil {
		at := slices.IndexFunc(from.Cells, func(o Cell) bool { return o.Column == c.Column })
		r.Names = append(r.Names, from.Names[at])
	}
}

// last returns the last column that is not blank, -1 in a blank row.
func (r *Row) last() int {
	if len(r.Cells) == 0 {
		return -1
	}
	return r.Cells[len(r.Cells)-1].Column
}
