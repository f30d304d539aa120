package sheet

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/schema"
)

// faults returns what is wrong with the columns of a table of which all rows were
// read, beside others that were read. An empty column has no fault.
func (l *Layout) faults(others reported) []schema.Fault {
	var faults []schema.Fault
	read := others.with(l)
	for _, index := range slices.Sorted(maps.Keys(l.columns)) {
		c := l.columns[index]
		_, twice := l.duplicates[index]
		switch {
		case c.known:
			faults = append(faults, c.zeros.faults(l.like, c.name)...)
		case c.used && (twice || !c.contents.numbersRows(c.name)):
			faults = append(faults, l.unknown(index, read))
		}
	}
	if l.wideRow != nil {
		faults = append(faults, l.tooWide())
	}
	for kind, p := range l.passed {
		if p.first != nil {
			faults = append(faults, p.fault(passed(kind), l.like))
		}
	}
	return faults
}

// unknown returns the fault of a column of which nothing is read.
func (l *Layout) unknown(index int, read reported) schema.Fault {
	c := l.columns[index]
	f := schema.Fault{Kind: schema.UnrecognisedBlock}
	first, twice := l.duplicates[index]
	switch {
	case c.header == nil:
		f.Message = fmt.Sprintf("the column %s has no header, so what stands in it is not checked", Letters(index))
		f.Hint = "write a header above it, or remove it"
	case twice && key(c.name) == key(l.columns[first].name):
		f.Message = fmt.Sprintf("the column %q stands twice, and only the first one (%s) is read", short60(c.name), Letters(first))
		f.Hint = "remove the second column, or give it a header of its own"
	case twice:
		f.Message = fmt.Sprintf("the columns %q and %q stand for the same, and only the second one (%s) is read; what stands in the other is not checked",
			short60(c.name), short60(l.columns[first].name), Letters(first))
		f.Hint = "remove one of the columns, or give it another header"
	default:
		f.Message = fmt.Sprintf("the column %q maps to nothing, so what stands in it is not checked", short60(c.name))
		f.Hint = l.hint(c.name)
	}
	if l.level == nil && !l.exact {
		if what := c.contents.missed(c.name, read); what != "" {
			f.Unread = true
			f.Message += "; it seems to hold " + what + ", of which no other column is read"
		}
	}
	if c.header == nil {
		return atCell(c.contents.row, &c.contents.cell, l.like, f)
	}
	return atCell(l.header, c.header, l.like, f)
}

// tooWide returns the fault of rows with more cells than there are headers.
func (l *Layout) tooWide() schema.Fault {
	c := &l.wideRow.Cells[len(l.wideRow.Cells)-1]
	f := schema.Fault{
		Kind: schema.UnrecognisedBlock,
		Message: fmt.Sprintf("the row goes on behind the last header: its cell %d holds %q, so its other cells may have slipped as well",
			c.Column+1, short60(l.wideRow.Value(c))),
		Hint: "put texts that hold the separator between quotation marks",
	}
	if l.wideRows > 1 {
		f.Message += fmt.Sprintf("; there are %d such rows", l.wideRows)
	}
	return atCell(l.wideRow, c, l.like, f)
}

// hint returns what a header may have been meant to be.
func (l *Layout) hint(header string) string {
	var known []string
	for k, path := range plain() {
		if path != "" {
			known = append(known, k)
		}
	}
	slices.Sort(known)
	if near, ok := nearest.Name(key(header), known); ok {
		return fmt.Sprintf("did you mean %q? otherwise name the column in the configuration, or remove it", spelled(near))
	}
	return "name the column in the configuration if it is part of the submission, or remove it"
}

// spelled turns a key back into a header: the words of a key are sorted.
func spelled(k string) string {
	order := strings.Fields("result indicator baseline period target actual activity outcome reporting participating organisation document title description story progress location dimension reference start end date year value comment type vocabulary code uri role identifier id name language")
	w := strings.Fields(k)
	slices.SortStableFunc(w, func(a, b string) int {
		return slices.Index(order, a) - slices.Index(order, b)
	})
	text := strings.Join(w, " ")
	return strings.ReplaceAll(text, story, "narrative")
}

// NotATable returns the fault of a table of which no header is known.
func NotATable(rows []*Row, like *schema.Source, what string) schema.Fault {
	f := schema.Fault{
		Kind: schema.NoResults,
		Hint: "the first row should hold the names of the columns, such as id, title, narrative, indicator, baseline, target, actual",
	}
	if len(rows) == 0 || len(rows[0].Cells) == 0 {
		f.Message = what + " is empty"
		return f
	}
	if i := slices.IndexFunc(rows, headersInOneCell); i >= 0 {
		f.Message = fmt.Sprintf("each row of %s stands in one cell, so nothing can be read: %q", what, short60(rows[i].Value(&rows[i].Cells[0])))
		f.Hint = "divide the cells into columns (in Excel: Data, Text to Columns), or export the table again"
		return AtRow(rows[i], like, f)
	}
	var names []string
	cells := rows[0].Cells
	for i := range cells[:min(len(cells), 5)] {
		names = append(names, fmt.Sprintf("%q", short60(rows[0].Value(&cells[i]))))
	}
	f.Message = fmt.Sprintf("%s is no table of results: its columns are %s", what, strings.Join(names, ", "))
	return AtRow(rows[0], like, f)
}

// headersInOneCell reports whether the only cell of a row holds the headers of a table.
func headersInOneCell(r *Row) bool {
	if len(r.Cells) != 1 {
		return false
	}
	return slices.ContainsFunc(delimiters, func(delimiter string) bool {
		known := 0
		for part := range strings.SplitSeq(r.Value(&r.Cells[0]), delimiter) {
			if _, ok := plain().exactly(strings.Trim(part, `"' `)); ok {
				known++
			}
		}
		return known > 2
	})
}

// NoRows returns the fault of a table with headers and nothing below them.
func (l *Layout) NoRows(what string) schema.Fault {
	return AtRow(l.header, l.like, schema.Fault{
		Kind:    schema.NoResults,
		Message: what + " has the headers of a submission but no row below them, so there is nothing to check",
	})
}

// AtRow returns a fault with the place of the first cell of a row.
func AtRow(r *Row, like *schema.Source, f schema.Fault) schema.Fault {
	return atCell(r, &r.Cells[0], like, f)
}

// atCell returns a fault with the place of a cell of a row.
func atCell(r *Row, c *Cell, like *schema.Source, f schema.Fault) schema.Fault {
	src, starts := source([]*Row{r}, like)
	f.Source, f.At = src, c.at(starts[0])
	return f
}

// at returns the place of the cell in a source where its row begins at start.
func (c *Cell) at(start int32) schema.Range {
	return schema.Range{Start: start + c.Start, End: start + c.End}
}

// noIdentifier returns the fault of rows at the start of a table that name no entry.
func noIdentifier(r *Row, start int32) schema.Fault {
	return schema.Fault{
		Kind:    schema.MissingIdentifier,
		At:      r.Cells[0].at(start),
		Message: "the row has no identifier, and there is none above it",
		Hint:    "write the identifier of the activity into its column",
	}
}
