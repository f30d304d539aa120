package sheet_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/schema"
)

// row makes a row of a document's table, whose cells have names of their own.
func row(number int, cells ...string) *sheet.Row {
	r := &sheet.Row{Sheet: "table", Number: number}
	for i, text := range cells {
		if text == "" {
			continue
		}
		start := int32(len(r.Text))
		r.Text += text + "\n"
		r.Cells = append(r.Cells, sheet.Cell{Column: i, Start: start, End: start + int32(len(text))})
		r.Names = append(r.Names, text[:1])
	}
	return r
}

func TestATableOfADocumentIsRead(t *testing.T) {
	file := &schema.File{}
	c := sheet.NewCollector(file, sheet.Options{})
	like := &schema.Source{}
	if layout, _ := sheet.Find([]*sheet.Row{row(1, "Name", "Telephone"), row(2, "N", "1")}, like, sheet.Options{}); layout != nil {
		t.Error("a list of telephones is a table of entries")
	}
	rows := []*sheet.Row{row(1, "ID", "Title", "Narrative"), row(2, "A-1", "Women vote", "They do.")}
	layout, used := sheet.Find(rows, like, sheet.Options{})
	c.Sheet(layout)
	for _, r := range rows[used:] {
		c.Add(r)
	}
	c.EndSheet(layout)
	c.CloseTable()
	e := c.Job(form.Options{})()
	got := []string{e.Identifier.Value, e.Title.Narratives[0].Value, e.Source.Span(e.Title.Narratives[0].At).Cell}
	if diff := cmp.Diff([]string{"A-1", "Women vote", "W"}, got); diff != "" {
		t.Error(diff)
	}
}
