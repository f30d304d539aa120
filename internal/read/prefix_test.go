package read_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"github.com/iatilint/iatilint/internal/read"
)

// TestEveryPrefix cuts a sample of every format off at every byte: what is left of a file is
// read to its end, and if it is no whole document, a fault says so.
func TestEveryPrefix(t *testing.T) {
	sample, err := os.ReadFile("../../testdata/samples/activities.xml")
	if err != nil {
		t.Fatal(err)
	}
	const entry = `{"id": "A_1", "title": "Les femmes de Thi\u00e8s", "narrative": ["a", {"xml:lang": "fr", "text": "é"}], "result": [{"type": 1, "x": -2.5e3, "y": [true, null]}]}`
	text := strings.Replace(activity, "%s", "UTF-8", 1)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(strings.Replace(activity, "%s", "UTF-16", 1)))
	must(t, err)
	for _, c := range []struct {
		name    string
		content []byte
		whole   bool // a part of the document is no document
	}{
		{"a.xml", []byte(text), true},
		{"a.xml", sample, true},
		{"a.xml", wide, true},
		{"a.json", []byte("[" + entry + ", " + entry + "]"), true},
		{"a.json", []byte(`{"iati-activities": {"version": "2.03", "iati-activity": [` + entry + `]}}`), true},
		{"a.json", []byte(entry), true},
		{"a.yaml", []byte("- id: A_1\n  title: Les femmes de Thiès\n  narrative: |\n    a\n    é\n  result:\n  - {type: 1, title: \"x\\u00e9\"}\n- id: &b 'A_2'\n  title: *b\n"), false},
		{"a.csv", []byte("id,title,narrative,indicator,target 2023\nA,\"Une \"\"école\"\"\",Told.,I,5\n,,,J,6\r\nB,Two,\"a\nb\",,\n"), false},
		{"a.xlsx", workbook(t, map[string][][]any{"A": {heads, {"A-1", "One", "Told.", "I", 2020, 3, "2023-01-01", "2023-12-31", 4, 5}}}, nil), true},
		{"a.docx", document(t, "outcome A_1.1", "Les femmes de Thiès", "Told."), true},
		{"a.txt", []byte(portal), false},
		{"a.txt", []byte("\uFEFF" + portal), false},
	} {
		if faults, err := readThrough(c.name, c.content); faults > 0 || err != nil {
			t.Errorf("%s cannot be read as it is: %d faults, %v", c.name, faults, err)
		}
		for n := range c.content {
			faults, err := readThrough(c.name, c.content[:n])
			if err != nil {
				t.Fatalf("%s, the first %d bytes: %v", c.name, n, err)
			}
			if c.whole && faults == 0 && len(bytes.Trim(c.content[n:], " \n\x00")) > 0 {
				t.Errorf("%s: that only the first %d bytes are there is no fault: %q", c.name, n, c.content[:n])
			}
		}
	}
}

// readThrough reads a file to its end and counts what keeps it from being read.
func readThrough(name string, content []byte) (faults int, err error) {
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	if err != nil {
		return 0, err
	}
	for range len(content) + 2 {
		job, err := r.Next()
		if errors.Is(err, io.EOF) {
			for _, f := range r.File().Faults {
				if strings.HasPrefix(ruleOf(f.Kind), "file/") {
					faults++
				}
			}
			return faults, nil
		}
		if err != nil {
			return 0, err
		}
		if e := job(); e.Unusable {
			faults++
		}
	}
	return 0, fmt.Errorf("the reader never ends")
}

// document is a Word document of these paragraphs.
func document(t *testing.T, paragraphs ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	must(t, err)
	_, err = io.WriteString(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`+
		strings.Join(paragraphs, `</w:t></w:r></w:p><w:p><w:r><w:t>`)+`</w:t></w:r></w:p></w:body></w:document>`)
	must(t, err)
	must(t, z.Close())
	return out.Bytes()
}
