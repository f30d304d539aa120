package read_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/schema"
)

// readAll reads all entries of a file held in memory.
func readAll(t *testing.T, name string, content []byte) ([]*schema.Entry, *schema.File) {
	t.Helper()
	return readBy(t, name, content, read.Options{})
}

// readBy is readAll with options.
func readBy(t *testing.T, name string, content []byte, o read.Options) ([]*schema.Entry, *schema.File) {
	t.Helper()
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, o)
	if err != nil {
		t.Fatal(err)
	}
	var entries []*schema.Entry
	for {
		job, err := r.Next()
		if errors.Is(err, io.EOF) {
			return entries, r.File()
		}
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, job())
	}
}

// portal is a portal text, the place of each of its parts known.
const portal = "Planned Budget (Total)\n" +
	"outcome XM-DAC-41146-SEN_D_1.1\n" +
	"Les femmes de Thiès accèdent au crédit\n" +
	"Première année – 120 familles.\n" +
	"\n" +
	"Deuxième année : 340 familles.\n" +
	"outcome XM-DAC-41146-SEN_D_1.2"

type part struct {
	What, Text string
	Line, Col  int
}

func parts(entries []*schema.Entry) []part {
	var list []part
	add := func(what string, e *schema.Entry, t schema.Text) {
		s := e.Source.Span(t.At)
		list = append(list, part{what, t.Value, s.Start.Line, s.Start.Column})
	}
	for _, e := range entries {
		add("identifier", e, e.Identifier)
		if n := e.Statement(); n != nil {
			add("title", e, n.Text)
		}
		for _, d := range e.Descriptions {
			add("description", e, d.Narratives[0].Text)
		}
	}
	return list
}

// encodings are the ways in which a portal text may be written down.
func encodings(t *testing.T, text string) map[string][]byte {
	t.Helper()
	encode := func(e encoding.Encoding, s string) []byte {
		out, err := e.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	return map[string][]byte{
		"UTF-8":            []byte(text),
		"UTF-8 with a BOM": []byte("\uFEFF" + text),
		"UTF-16LE":         encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text),
		"UTF-16BE":         encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text),
		"Windows-1252":     encode(charmap.Windows1252, text),
		"CRLF":             []byte(strings.ReplaceAll(text, "\n", "\r\n")),
		"final newline":    []byte(text + "\n"),
	}
}

func TestPortalTextInEveryEncoding(t *testing.T) {
	want := []part{
		{"identifier", "XM-DAC-41146-SEN_D_1.1", 2, 9},
		{"title", "Les femmes de Thiès accèdent au crédit", 3, 1},
		{"description", "Première année – 120 familles.\n\nDeuxième année : 340 familles.", 4, 1},
		{"identifier", "XM-DAC-41146-SEN_D_1.2", 7, 9},
	}
	for name, content := range encodings(t, portal) {
		entries, file := readAll(t, "report.txt", content)
		got := parts(entries)
		for i := range got {
			got[i].Text = strings.ReplaceAll(got[i].Text, "\r\n", "\n")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if len(file.Faults) > 0 {
			t.Errorf("%s: faults %v", name, file.Faults)
		}
		if file.Bytes != int64(len(content)) {
			t.Errorf("%s: %d bytes, want %d", name, file.Bytes, len(content))
		}
	}
}

// TestOffsetsAreOfTheBytesOnDisk finds a word again by its offset in each encoding.
func TestOffsetsAreOfTheBytesOnDisk(t *testing.T) {
	encoders := map[string]encoding.Encoding{
		"UTF-8":        encoding.Nop,
		"UTF-16LE":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16BE":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		"Windows-1252": charmap.Windows1252,
	}
	for name, content := range encodings(t, portal) {
		encoder, ok := encoders[name]
		if !ok {
			continue
		}
		entries, _ := readAll(t, "report.txt", content)
		title := entries[0].Statement()
		from := strings.Index(title.Value, "accèdent")
		span := entries[0].Source.Span(entries[0].Source.Within(title.Text, from, from+len("accèdent")))
		got, err := encoder.NewDecoder().Bytes(content[span.Start.Offset:span.End.Offset])
		if err != nil || string(got) != "accèdent" {
			t.Errorf("%s: bytes %d to %d are %q, %v", name, span.Start.Offset, span.End.Offset, got, err)
		}
		if span.Start.Column != 21 || span.End.Column != 29 {
			t.Errorf("%s: columns %d to %d, want 21 to 29", name, span.Start.Column, span.End.Column)
		}
	}
}

const activity = `<?xml version="1.0" encoding="%s"?>
<!-- exported -->
<iati-activities version="2.03">
  <iati-activity xml:lang="fr">
    <iati-identifier>XM-DAC-41146-SEN_D_1.1</iati-identifier>
    <title><narrative>L&apos;accès au <!-- non --> crédit &#x2014; à <![CDATA[Thiès]]></narrative></title>
  </iati-activity>
</iati-activities>
`

// TestXMLTwins reads one activity in several encodings: the same entries at
// the same lines and columns, offsets right for each file's own bytes.
func TestXMLTwins(t *testing.T) {
	twins := map[string]encoding.Encoding{
		"UTF-8":        encoding.Nop,
		"ISO-8859-1":   charmap.ISO8859_1,
		"Windows-1252": charmap.Windows1252,
		"UTF-16":       unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	}
	for name, twin := range twins {
		content, err := twin.NewEncoder().Bytes([]byte(strings.Replace(activity, "%s", name, 1)))
		if err != nil {
			t.Fatal(err)
		}
		entries, file := readAll(t, "activity.xml", content)
		want := []part{
			{"identifier", "XM-DAC-41146-SEN_D_1.1", 5, 22},
			{"title", "L'accès au  crédit — à Thiès", 6, 23},
		}
		if diff := cmp.Diff(want, parts(entries)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
			continue
		}
		if len(file.Faults) > 0 {
			t.Errorf("%s: faults %v", name, file.Faults)
		}
		e, title := entries[0], entries[0].Statement()
		for word, column := range map[string]int{"accès": 30, "crédit": 52, "Thiès": 79} {
			from := strings.Index(title.Value, word)
			span := e.Source.Span(e.Source.Within(title.Text, from, from+len(word)))
			raw := content[span.Start.Offset:span.End.Offset]
			decoder := twin
			if name == "UTF-16" {
				decoder = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
			}
			got, err := decoder.NewDecoder().Bytes(raw)
			if err != nil || string(got) != word || span.Start.Line != 6 || span.Start.Column != column {
				t.Errorf("%s: %q is at %d:%d, bytes %q, %v", name, word, span.Start.Line, span.Start.Column, got, err)
			}
		}
	}
}

// TestCountsOfRealFiles compares what is read from published files with an
// independent count. The files are not part of the project.
func TestCountsOfRealFiles(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/real/*/*.xml")
	xmllint, err := exec.LookPath("xmllint")
	if err != nil || len(files) == 0 {
		t.Skip("published files or xmllint are not here")
	}
	for _, file := range files {
		count := func(element string) int {
			out, err := exec.Command(xmllint, "--xpath", "count(//"+element+")", file).Output()
			if err != nil {
				return -1
			}
			n, err := strconv.Atoi(strings.TrimSpace(string(out)))
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		if count("result") < 0 {
			continue // not well-formed
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		entries, _ := readAll(t, file, content)
		got := map[string]int{}
		for _, e := range entries {
			schema.Walk(e, func(n schema.Node) {
				switch n := n.(type) {
				case *schema.Entry:
					got["iati-activity"]++
				case *schema.Result:
					got["result"]++
				case *schema.Indicator:
					got["indicator"]++
				case *schema.Period:
					got["period"]++
				case *schema.Measurement:
					got[n.Name()]++
				}
			})
		}
		for _, element := range []string{"iati-activity", "result", "indicator", "period", "baseline", "target", "actual"} {
			if want := count(element); got[element] != want {
				t.Errorf("%s: %d of %s, want %d", file, got[element], element, want)
			}
		}
	}
}

// TestJSONPlaces finds every text of a JSON file again by its offsets, escapes
// and all.
func TestJSONPlaces(t *testing.T) {
	const flat = `[
  {"id": "XM-DAC-41146-SEN_D_1.1", "title": "Les femmes de Thi\u00e8s",
   "narrative": "Un \"crédit\" \ud83d\ude42 pour 340 familles."}
]`
	for name, content := range map[string]string{
		"plain": flat, "BOM": "\uFEFF" + flat, "CRLF": strings.ReplaceAll(flat, "\n", "\r\n"),
		"rooted": `{"iati-activities": {"version": "2.03", "iati-activity": ` + flat + `}}`,
	} {
		entries, file := readAll(t, "report.json", []byte(content))
		if len(entries) != 1 || len(file.Faults)+len(entries[0].Faults) > 0 {
			t.Fatalf("%s: %d entries, faults %v", name, len(entries), file.Faults)
		}
		e := entries[0]
		for _, c := range []struct {
			in        schema.Text
			word, raw string
		}{
			{e.Identifier, "XM-DAC-41146-SEN_D_1.1", "XM-DAC-41146-SEN_D_1.1"},
			{e.Statement().Text, "Thiès", `Thi\u00e8s`},
			{e.Descriptions[0].Narratives[0].Text, `"crédit"`, `\"crédit\"`},
			{e.Descriptions[0].Narratives[0].Text, "🙂", `\ud83d\ude42`},
			{e.Descriptions[0].Narratives[0].Text, "familles", "familles"},
		} {
			from := strings.Index(c.in.Value, c.word)
			if from < 0 {
				t.Errorf("%s: %q is not in %q", name, c.word, c.in.Value)
				continue
			}
			span := e.Source.Span(e.Source.Within(c.in, from, from+len(c.word)))
			if got := content[span.Start.Offset:span.End.Offset]; got != c.raw {
				t.Errorf("%s: %q is at %q", name, c.word, got)
			}
		}
	}
}

func TestBrokenJSON(t *testing.T) {
	for content, want := range map[string]string{
		`[{"id": "A_1",}]`:          "file/not-well-formed",
		`[{"id": "A_1"`:             "file/not-well-formed",
		`[{"id": "A_1"}] and more`:  "file/not-well-formed",
		`[{"id": NaN}]`:             "file/not-well-formed",
		`[{"id": "\ud800"}]`:        "file/not-well-formed",
		strings.Repeat("[", 50_000): "file/not-well-formed",
		`{"iati-activities": 3}`:    "file/no-results",
	} {
		r, err := read.New(io.NopCloser(strings.NewReader(content)), "a.json", read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for err == nil {
			var job func() *schema.Entry
			if job, err = r.Next(); err == nil {
				if e := job(); e.Unusable {
					got = ruleOf(e.Faults[0].Kind)
				}
			}
		}
		for _, f := range r.File().Faults {
			if got == "" {
				got = ruleOf(f.Kind)
			}
		}
		if got != want {
			t.Errorf("%.60s: %q, want %q", content, got, want)
		}
	}
}

// TestREADMEOfTheForm reads the example that documents the JSON form.
func TestREADMEOfTheForm(t *testing.T) {
	text, err := os.ReadFile("../../schema/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for i, block := range strings.Split(string(text), "```json\n")[1:] {
		block, _, _ := strings.Cut(block, "```")
		entries, file := readAll(t, "example.json", []byte(block))
		if len(entries) == 0 || len(file.Faults) > 0 {
			t.Errorf("example %d: %d entries, faults %v", i+1, len(entries), file.Faults)
		}
		for _, e := range entries {
			for _, f := range e.Faults {
				t.Errorf("example %d: %s", i+1, f.Message)
			}
		}
	}
}

// TestREADMEOfTheFormInYAML reads the example that documents the YAML form.
func TestREADMEOfTheFormInYAML(t *testing.T) {
	text, err := os.ReadFile("../../schema/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, found := strings.Cut(string(text), "```yaml\n")
	example, _, _ = strings.Cut(example, "```")
	entries, file := readAll(t, "example.yaml", []byte(example))
	if !found || len(entries) != 1 || len(file.Faults) > 0 || file.Version.Value != "2.03" {
		t.Fatalf("%d entries, version %q, faults %v", len(entries), file.Version.Value, file.Faults)
	}
	for _, f := range entries[0].Faults {
		t.Error(f.Message)
	}
	if told := entries[0].Descriptions[0].Narratives[0].Value; !strings.HasSuffix(told, "sorghum, which needs half the water.") {
		t.Errorf("the narrative is %q", told)
	}
}

// TestYAMLInEveryEncoding finds a word of a folded text again by its offsets in
// the bytes on disk.
func TestYAMLInEveryEncoding(t *testing.T) {
	const text = "- id: A_1.1\n  title: \"Acc\\u00e8s \u2013 cr\u00e9dit\"\n# ensuite\n- id: A_1.2\n  narrative: >\n    Deuxi\u00e8me ann\u00e9e \u2013\n    340 familles\n"
	decoders := map[string]encoding.Encoding{
		"UTF-16LE": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16BE": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "Windows-1252": charmap.Windows1252,
	}
	for name, content := range encodings(t, text) {
		entries, file := readAll(t, "a.yaml", content)
		if len(entries) != 2 || len(file.Faults) > 0 || file.Bytes != int64(len(content)) {
			t.Fatalf("%s: %d entries, %d of %d bytes, faults %v", name, len(entries), file.Bytes, len(content), file.Faults)
		}
		for _, c := range []struct {
			e         *schema.Entry
			in        schema.Text
			word, raw string
		}{
			{entries[0], entries[0].Statement().Text, "Acc\u00e8s", "Acc\\u00e8s"},
			{entries[0], entries[0].Statement().Text, "cr\u00e9dit", "cr\u00e9dit"},
			{entries[1], entries[1].Descriptions[0].Narratives[0].Text, "ann\u00e9e", "ann\u00e9e"},
			{entries[1], entries[1].Descriptions[0].Narratives[0].Text, "familles", "familles"},
		} {
			from := strings.Index(c.in.Value, c.word)
			if from < 0 {
				t.Errorf("%s: %q is not in %q", name, c.word, c.in.Value)
				continue
			}
			span := c.e.Source.Span(c.e.Source.Within(c.in, from, from+len(c.word)))
			raw := content[span.Start.Offset:span.End.Offset]
			if d := decoders[name]; d != nil {
				var err error
				if raw, err = d.NewDecoder().Bytes(raw); err != nil {
					t.Fatal(err)
				}
			}
			if string(raw) != c.raw {
				t.Errorf("%s: %q is at %q", name, c.word, raw)
			}
		}
	}
}

func TestWhatAFileIs(t *testing.T) {
	for _, c := range []struct {
		name, content, rule string
	}{
		{"a.xml", "", "file/no-results"},
		{"a.txt", " \n\t\n", "file/no-results"},
		{"a.xml", "PK\x03\x04 [Content_Types].xml xl/workbook.xml", "file/wrong-type"},
		{"a.txt", "PK\x03\x04 word/document.xml", "file/wrong-type"},
		{"a.xml", "PK\x03\x04 word/document.xml", "file/wrong-type"},
		{"a.docx", "PK\x03\x04 word/document.xml", "file/not-well-formed"},
		{"no-ending", "PK\x03\x04 word/document.xml", "file/not-well-formed"},
		{"a.docx", "outcome A_1\nWomen\n", "file/wrong-type"},
		{"a.yaml", "[{id: A_1}]", ""},
		{"a.yaml", "a: b: c", "file/not-well-formed"},
		{"a.yaml", "\x00", "file/wrong-type"},
		{"a.xml", "<!DOCTYPE html><html></html>", "file/wrong-type"},
		{"a.xml", "id,title\n1,Water\n", "file/wrong-type"},
		{"a.txt", "outcome \x00\x01\x02", "file/wrong-type"},
		{"a.xml", "<iati-activities version='2.03'/>", ""},
		{"no-ending", "<iati-activities version='2.03'/>", ""},
		{"no-ending", "outcome A_1\nWomen\nMany\n", ""},
		{"a.xml", "<iati-organisations version='2.03'/>", "file/no-results"},
	} {
		_, file := readAll(t, c.name, []byte(c.content))
		got := ""
		if len(file.Faults) > 0 {
			got = ruleOf(file.Faults[0].Kind)
		}
		if got != c.rule {
			t.Errorf("%s holding %q: fault %q, want %q", c.name, c.content, got, c.rule)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{portal, strings.Replace(activity, "%s", "UTF-8", 1), "\xFF\xFEo\x00u\x00", "outcome A_1A-A_1\n\nx"} {
		f.Add("a.xml", []byte(seed))
		f.Add("a.txt", []byte(seed))
	}
	f.Add("a.json", []byte(`[{"id": "A_1", "title": "x\u00e9\"", "narrative": ["a", {"xml:lang": "fr", "text": "b"}]}]`))
	f.Add("a.json", []byte(`{"iati-activities": {"version": "2.03", "iati-activity": [{"iati-identifier": "A", "result": [{"type": 1, "indicator": []}]}]}}`))
	f.Add("a.json", []byte(`{"x-iatilint-ignore": "a/b", "iati-activities": {"iati-activity": [{"title": {"x-iatilint-ignore": ["c", 1], "narrative": "x"}}]}}`))
	f.Add("a.xml", []byte(`<!-- iatilint-ignore a/b --><iati-activities version="2.03"><iati-activity><!--iatilint-ignore c--><title><!--iatilint-ignore d--></title></iati-activity></iati-activities>`))
	f.Add("a.txt", []byte("iatilint-ignore-file a/b\noutcome A_1\nx\ny\niatilint-ignore c\nz"))
	f.Add("a.yaml", []byte("- id: A_1\n  title: x\n  narrative: |\n    a\n    b\n"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
		if err != nil {
			return
		}
		for {
			job, err := r.Next()
			if err != nil {
				break
			}
			e := job()
			for _, s := range e.Suppressions {
				if s.Scope.Start > s.Scope.End || int(s.Scope.End) > len(e.Source.Text) || s.At.Start > s.At.End {
					t.Errorf("a request is at %v, about %v of %d bytes", s.At, s.Scope, len(e.Source.Text))
				}
			}
			schema.Walk(e, func(n schema.Node) {
				span := e.Source.Span(n.Place())
				if span.Start.Offset > span.End.Offset || span.End.Offset > int64(len(content)) || span.Start.Offset < 0 {
					t.Errorf("place %v of %T is outside the %d bytes", span, n, len(content))
				}
			})
		}
	})
}

// ruleOf returns the ID of the rule that reports faults of a kind.
func ruleOf(kind schema.FaultKind) string {
	for _, r := range rules.All() {
		if slices.Contains(r.Check.Faults, kind) {
			return r.ID
		}
	}
	return ""
}
