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
	if named.Number != groups.Number+1 || named.Sheet != groups.Sheet {
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
			r.take(named, below, len(groups.Text), known.inGroup(group, named.Value(below)))
		default:
			a, b := strings.TrimSpace(groups.Value(above)), strings.TrimSpace(named.Value(below))
			alone, isHeader := known.meaning(a)
			both, together := known.meaning(a + " " + b)
			_, itself := known.meaning(b)
			hints = hints && together && both.path == alone.path && both.year == alone.year
			text := a + " " + b
			group = ""
			switch {
			case together:
				group = a
			case itself:
				text = b
			case isHeader && (len(b) > maxName || strings.ContainsAny(b, "0123456789")):
				return nil, false
			}
			r.take(named, below, len(groups.Text), text)
		}
	}
	return r, hints
}

// maxName is how long the name of a column below that of a group may be, in bytes.
const maxName = 60

// inGroup returns the header of a column in a group: with the name of the group
// where that means something.
func (n names) inGroup(group, name string) string {
	m, ok := n.meaning(group + " " + name)
	if group == "" || ok && m.year != "" && strings.Contains(m.path, "/baseline") {
		return name // a baseline is of no year of a report
	}
	if _, itself := n.meaning(name); itself && !ok {
		return name
	}
	return group + " " + name
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
