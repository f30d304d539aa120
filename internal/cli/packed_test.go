package cli

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// packed makes of a text the document that its name says: of a table of text the
// workbook with these cells, of lines the Word document with these paragraphs,
// else the text itself. It tells whether places have cells instead of bytes.
func packed(t *testing.T, name string, content []byte) (document []byte, cells bool) {
	t.Helper()
	switch filepath.Ext(name) {
	case ".xlsx":
		return packedSheet(t, content), true
	case ".docx":
		var body strings.Builder
		for line := range strings.SplitSeq(string(content), "\n") {
			body.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + escaped(line) + `</w:t></w:r></w:p>`)
		}
		return zipped(t, map[string]string{
			"[Content_Types].xml": types(`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>`),
			"_rels/.rels":         related("officeDocument", "word/document.xml"),
			"word/document.xml":   `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`,
		}), true
	}
	return content, false
}

func packedSheet(t *testing.T, content []byte) []byte {
	t.Helper()
	table := csv.NewReader(bytes.NewReader(content))
	table.FieldsPerRecord, table.LazyQuotes = -1, true
	var rows strings.Builder
	for {
		row, err := table.Read()
		if err != nil {
			break
		}
		rows.WriteString("<row>")
		for _, cell := range row {
			rows.WriteString(`<c t="inlineStr"><is><t xml:space="preserve">` + escaped(cell) + `</t></is></c>`)
		}
		rows.WriteString("</row>")
	}
	return zipped(t, map[string]string{
		"[Content_Types].xml": types(`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`),
		"_rels/.rels":         related("officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
			`<sheets><sheet name="Results" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": related("worksheet", "worksheets/sheet1.xml"),
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows.String() + `</sheetData></worksheet>`,
	})
}

func types(override string) string {
	return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` + override + `</Types>`
}

func related(kind, target string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/></Relationships>`
}

// escaped is a text as XML, with U+FFFD for what no XML can hold.
func escaped(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(s)) // a strings.Builder takes everything
	return out.String()
}

func zipped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestPackedDocumentsAreRead: what packed makes is read, so that FuzzCheck tries
// workbooks and documents, and not only the refusal of damaged ones.
func TestPackedDocumentsAreRead(t *testing.T) {
	for name, content := range map[string]string{
		"a.xlsx": "id,title,narrative\nXM-DAC-41146-KEN_D_1.1,Women lead (TO BE DELETED),Told.\n",
		"a.docx": "outcome XM-DAC-41146-KEN_D_1.1\nWomen lead (TO BE DELETED)\nTold.\n",
	} {
		if out := checked(t, name, []byte(content), 1, 0)["text"]; !strings.Contains(out, "marker/deletion") {
			t.Errorf("%s was not read:\n%s", name, out)
		}
	}
}
