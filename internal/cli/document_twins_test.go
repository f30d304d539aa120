package cli_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// twinYAML is twinXML in YAML, in all its styles.
const twinYAML = `- iati-identifier: &id XM-DAC-41146-KEN_D_1.1
  xml:lang: en
  reporting-org: {ref: XM-DAC-41146, type: 40, narrative: UN Women}
  title: 'Women have a say in county budgets (TO BE DELETED)'
  description: >-
    In 12 counties
    women said "no" to the programe.
  participating-org: {role: "7", narrative: Someone}
  activity-status: 2
  activity-date: {type: 1, iso-date: 2022-01-01}
  result:
    type: 8
    title: Womens groups
    indicator:
      measure: 1
      title: |-
        Number of groups
      baseline: {year: 2021, value: 3}
      period:
      - {period-start: 2023-01-01, period-end: 2022-12-31, target: &t {value: 1E+05}, actual: {value: 7 groups}}
      - period-start: 45292
        period-end: 2024-12-31
        target: {<<: *t, value: 9}
`

func TestTwinsInYAMLGiveTheSameViolations(t *testing.T) {
	want := told(t, "a.xml", []byte(twinXML))
	if diff := cmp.Diff(want, told(t, "a.yaml", []byte(twinYAML))); diff != "" {
		t.Errorf("-a.xml +a.yaml:\n%s", diff)
	}
	folder := t.TempDir()
	original, converted := filepath.Join(folder, "a.xml"), filepath.Join(folder, "b.yaml")
	if err := os.WriteFile(original, []byte(twinXML), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, 0, "convert", original, "-o", converted)
	content, err := os.ReadFile(converted)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, told(t, "b.yaml", content)); diff != "" {
		t.Errorf("-a.xml +converted:\n%s", diff)
	}
}

// twinDocument is a Word document with a line of text in each paragraph.
func twinDocument(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for line := range strings.Lines(text) {
		fmt.Fprintf(w, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", strings.TrimSpace(line))
	}
	fmt.Fprint(w, "</w:body></w:document>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTwinsInWordGiveTheSameViolations(t *testing.T) {
	text, err := os.ReadFile("../../testdata/samples/outcomes.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := told(t, "a.txt", text)
	if len(want) < 8 {
		t.Fatalf("only %d violations: %v", len(want), want)
	}
	if diff := cmp.Diff(want, told(t, "a.docx", twinDocument(t, string(text)))); diff != "" {
		t.Errorf("-a.txt +a.docx:\n%s", diff)
	}
	file := filepath.Join(t.TempDir(), "a.docx")
	if err := os.WriteFile(file, twinDocument(t, string(text)), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := run(t, 1, "check", file); !strings.Contains(got, "a.docx:paragraph 2: error:") && !strings.Contains(got, "paragraph ") {
		t.Errorf("no paragraph is named:\n%s", got)
	}
}
