package cli

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// asksFile is a file that asks not to report something, and how many of its
// requests can't be carried over.
type asksFile struct {
	name, content string
	left          int
	silenced      string // a rule that finds nothing here only because of that
}

// asking are files that ask at every level, in every way. All of them would have
// more violations else.
func asking() []asksFile {
	const activity = `<iati-activities version="2.03">
<!-- iatilint-ignore evidence a whole entry -->
<iati-activity xml:lang="en">
<iati-identifier>XM-DAC-41146-KEN_D_1.1</iati-identifier>
<!-- iatilint-ignore marker/deletion, spelling until 2030-01-01 agreed -->
<title><narrative>Teh women lead (TO BE DELETED)</narrative></title>
<description><!-- iatilint-ignore spelling one text --><narrative>Teh women lead.</narrative><narrative>Teh women</narrative></description>
<!-- iatilint-ignore narrative not kept --><sector><narrative>Teh sector</narrative></sector>
<result type="1"><title><narrative>Teh women</narrative></title>
<indicator measure="1"><title><narrative>Teh women</narrative></title>
<!-- iatilint-ignore period the year was split -->
<period><period-start iso-date="2023-01-01"/><period-end iso-date="2022-12-31"/>
<!-- iatilint-ignore value agreed --><target value="1,200"><comment><narrative>TBD</narrative></comment></target></period>
<period><period-start iso-date="2023-01-01"/><!-- iatilint-ignore period of one date --><period-end iso-date="2022-12-31"/><!-- iatilint-ignore value of what is around it --></period>
</indicator></result></iati-activity></iati-activities>`
	return []asksFile{
		{"a.xml", activity, 0, "evidence/none"},
		{"whole.xml", "<!-- iatilint-ignore spelling, marker the whole file -->" + activity, 0, "spelling/misspelling"},
		{"identifier.xml", strings.Replace(activity, "<iati-identifier>", "<!-- iatilint-ignore identifier none --><iati-identifier>", 1), 1, ""},
		{"late.xml", strings.Replace(activity, "</iati-activity>", "</iati-activity><!-- iatilint-ignore-file spelling late --><iati-activity><iati-identifier>B</iati-identifier></iati-activity><!-- iatilint-ignore spelling later -->", 1), 2, ""},
		{"a.txt", "iatilint-ignore-file marker all\niatilint-ignore spelling the first\noutcome XM-DAC-41146-KEN_D_1.1\nTeh women lead (TO BE DELETED)\niatilint-ignore evidence one\nProgress.\noutcome XM-DAC-41146-KEN_D_1.2\nTeh women lead (TO BE DELETED)\nProgress.\n", 0, "marker/deletion"},
		{"a.yaml", "# iatilint-ignore-file marker all\n- id: XM-DAC-41146-KEN_D_1.1\n  title: Teh women lead (TO BE DELETED)  # iatilint-ignore spelling agreed\n  # iatilint-ignore narrative agreed\n  narrative: Short.\n", 0, "marker/deletion"},
		{"scalar.yaml", "- iati-identifier: XM-DAC-41146-KEN_D_1.1 # iatilint-ignore identifier none\n  title: Teh women lead\n  xml:lang: en # iatilint-ignore language none\n", 2, ""},
		{"first.yaml", "- iati-identifier: XM-DAC-41146-KEN_D_1.1\n  title: Teh women lead (TO BE DELETED)\n  result:\n    - title: Women (TO BE DELETED) # iatilint-ignore marker the first key\n      indicator: {title: Women (TO BE DELETED)}\n", 0, ""},
		{"rows.csv", "id,title,indicator,target 2023,iatilint-ignore\nXM-DAC-41146-KEN_D_1.1,Women lead,Women,\"1,200\",\nXM-DAC-41146-KEN_D_1.1,Women lead,Men,\"1,200\",value agreed\n", 0, ""},
		{"a.json", `[{"id": "XM-DAC-41146-KEN_D_1.1", "x-iatilint-ignore": ["evidence why", "narrative: until then"], "title": {"narrative": "Teh women lead", "x-iatilint-ignore": "spelling why"}, "narrative": "Progress."}]`, 0, "evidence/none"},
		{"a.csv", "id,title,narrative,iatilint-ignore\nXM-DAC-41146-KEN_D_1.1,Teh women lead,Progress.,evidence why\n", 0, "evidence/none"},
	}
}

// What a file asks not to report is asked by the file converted, or it is told
// that it is not; that the same is found then is held by FuzzConvertedCheck.
func TestConvertedRequests(t *testing.T) {
	for _, file := range asking() {
		for form, write := range map[string]func(io.Writer, schema.Reader, func(string)) error{"json": convert.JSON, "yaml": convert.YAML} {
			r, err := read.New(io.NopCloser(strings.NewReader(file.content)), file.name, read.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			var notes []string
			if err := write(&out, r, func(note string) { notes = append(notes, note) }); err != nil {
				t.Fatalf("%s: %v", file.name, err)
			}
			if len(notes) != file.left {
				t.Errorf("%s, to %s: %d requests are told of as left out, want %d: %q\n%s", file.name, form, len(notes), file.left, notes, out.String())
			}
			if file.silenced == "" {
				continue
			}
			finds := func(name string, content []byte) bool {
				return slices.ContainsFunc(said(t, name, content), func(s string) bool {
					return strings.HasPrefix(s, file.silenced+" XM-DAC-41146-KEN_D_1.1")
				})
			}
			if finds("a."+form, out.Bytes()) {
				t.Errorf("%s, to %s: %s finds something:\n%s", file.name, form, file.silenced, out.String())
			}
			if mute := bytes.ReplaceAll(out.Bytes(), []byte("x-iatilint-ignore"), []byte("x-nothing")); !finds("a."+form, mute) {
				t.Errorf("%s, to %s: %s finds nothing without the requests either", file.name, form, file.silenced)
			}
		}
	}
}
