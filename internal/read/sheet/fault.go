package sheet

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/schema"
)

// Faults returns what is wrong with the columns of a table of which all rows were
// read. An empty column has no fault.
func (l *Layout) Faults() []schema.Fault {
	var faults []schema.Fault
	for _, index := range slices.Sorted(maps.Keys(l.columns)) {
		c := l.columns[index]
		faults = append(faults, c.zeros.faults(l.like, l.header.Value(c.header))...)
		if c.known || !c.used {
			continue
		}
		name := strings.TrimSpace(l.header.Value(c.header))
		f := schema.Fault{Kind: schema.UnrecognisedBlock}
		if first, twice := l.duplicates[index]; twice {
			f.Message = fmt.Sprintf("the column %q stands twice, and only the first one (%s) is read", name, Letters(first))
			f.Hint = "remove the second column, or give it a header of its own"
		} else {
			f.Message = fmt.Sprintf("the column %q maps to nothing, so what stands in it is not checked", short60(name))
			f.Hint = l.hint(name)
		}
		faults = append(faults, atCell(l.header, c.header, l.like, f))
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
	var names []string
	cells := rows[0].Cells
	for i := range cells[:min(len(cells), 5)] {
		names = append(names, fmt.Sprintf("%q", short60(rows[0].Value(&cells[i]))))
	}
	f.Message = fmt.Sprintf("%s is no table of results: its columns are %s", what, strings.Join(names, ", "))
	return AtRow(rows[0], like, f)
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
