package convert_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

func open(t *testing.T, name string, content []byte) schema.Reader {
	t.Helper()
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// facts is all that a file says, a line each, without places.
func facts(t *testing.T, name string, content []byte) []string {
	t.Helper()
	r := open(t, name, content)
	var lines []string
	for {
		job, err := r.Next()
		if errors.Is(err, io.EOF) {
			return append(lines, "version "+r.File().Version.Value)
		}
		if err != nil {
			t.Fatal(err)
		}
		e := job()
		if e.Unusable {
			t.Fatalf("%s: %v", name, e.Faults)
		}
		schema.Walk(e, func(n schema.Node) { lines = append(lines, fact(n)) })
	}
}

func texts(list []schema.Text) string {
	var b strings.Builder
	for _, t := range list {
		fmt.Fprintf(&b, "%v%q ", t.Present(), t.Value)
	}
	return b.String()
}

func fact(n schema.Node) string {
	t := func(list ...schema.Text) string { return texts(list) }
	switch n := n.(type) {
	case *schema.Entry:
		return fmt.Sprint("entry ", n.Kind, " ", t(n.Identifier, n.Language, n.LastUpdated.Text, n.Status, n.Scope), texts(n.DefaultAidTypes), n.LastUpdated.Parsed)
	case *schema.Organisation:
		return n.Name() + " " + t(n.Ref, n.Type, n.Role, n.ActivityID)
	case *schema.OtherIdentifier:
		return "other-identifier " + t(n.Ref, n.Type)
	case *schema.ActivityDate:
		return fmt.Sprint("activity-date ", t(n.Type, n.Date.Text), n.Date.Parsed, n.Date.OK)
	case *schema.RelatedActivity:
		return "related-activity " + t(n.Ref, n.Type)
	case *schema.Location:
		return "location " + t(n.Ref)
	case *schema.Prose:
		return n.Name() + " " + t(n.Type)
	case *schema.Narrative:
		return fmt.Sprintf("narrative %q %s %s", n.Value, t(n.Language), n.Lang)
	case *schema.Result:
		return fmt.Sprint("result ", t(n.Type, n.Aggregation.Text), n.Aggregation.Parsed, n.Aggregation.OK)
	case *schema.Reference:
		return "reference " + t(n.Vocabulary, n.Code, n.URI)
	case *schema.Indicator:
		return fmt.Sprint("indicator ", t(n.Measure, n.Ascending.Text, n.Aggregation.Text), n.Ascending.Parsed, n.Aggregation.Parsed)
	case *schema.Period:
		return fmt.Sprint("period ", t(n.Start.Text, n.End.Text), n.Start.Parsed, n.End.Parsed)
	case *schema.Measurement:
		return fmt.Sprint(n.Name(), " ", t(n.Value.Text, n.Year.Text, n.Date.Text), n.Value.Parsed, n.Value.OK, n.Year.Parsed)
	case *schema.Dimension:
		return "dimension " + t(n.Category, n.Value)
	case *schema.LocationRef:
		return "location-ref " + t(n.Ref)
	case *schema.DocumentLink:
		return "document-link " + t(n.URL, n.Format, n.Date.Text) + texts(n.Categories) + texts(n.Languages)
	}
	return fmt.Sprintf("%T", n)
}

// forms are the ways to write a submission.
var forms = map[string]func(io.Writer, schema.Reader, func(string)) error{"json": convert.JSON, "yaml": convert.YAML}

func roundTrip(t *testing.T, name string, content []byte) {
	t.Helper()
	want := facts(t, name, content)
	written := map[string][]byte{}
	for ending, write := range forms {
		var out bytes.Buffer
		if err := write(&out, open(t, name, content), nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		written[ending] = out.Bytes()
		if diff := cmp.Diff(want, facts(t, "converted."+ending, out.Bytes())); diff != "" {
			if len(diff) > 3000 {
				diff = diff[:3000]
			}
			t.Errorf("%s does not survive as %s (-original +converted):\n%s", name, ending, diff)
		}
	}
	if diff := cmp.Diff(jsonTree(t, written["json"]), yamlTree(t, written["yaml"])); diff != "" {
		if len(diff) > 3000 {
			diff = diff[:3000]
		}
		t.Errorf("%s: other readers see another tree (-JSON +YAML):\n%s", name, diff)
	}
	if len(content) > 1<<20 {
		return // four more conversions would take long
	}
	for from, text := range written {
		for to, write := range forms {
			var again bytes.Buffer
			if err := write(&again, open(t, "converted."+from, text), nil); err != nil {
				t.Fatalf("%s, from %s to %s: %v", name, from, to, err)
			}
			if diff := cmp.Diff(string(written[to]), again.String()); diff != "" {
				t.Errorf("%s: converted from %s to %s it is another text (-at once +by way of %s):\n%.3000s", name, from, to, from, diff)
			}
		}
	}
}

func jsonTree(t *testing.T, content []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(content, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// yamlTree is what a reader of YAML that guesses types makes of a text, with all
// numbers as JSON has them.
func yamlTree(t *testing.T, content []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(content, &v); err != nil {
		t.Fatal(err)
	}
	var float func(v any) any
	float = func(v any) any {
		switch v := v.(type) {
		case int:
			return float64(v)
		case int64:
			return float64(v)
		case []any:
			for i := range v {
				v[i] = float(v[i])
			}
		case map[string]any:
			for k := range v {
				v[k] = float(v[k])
			}
		}
		return v
	}
	return float(v)
}

func TestRoundTrip(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/samples/*")
	published, _ := filepath.Glob("../../../shared/data/real/*/*.xml") // where the published files are at hand
	for _, name := range append(files, published...) {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(name, "not-well-formed") {
			continue
		}
		roundTrip(t, name, content)
	}
}

// oddities are files with what a converter could lose, by name.
var oddities = map[string]string{
	"values.xml": `<iati-activities version="2.03"><iati-activity xml:lang="EN" last-updated-datetime="2024-01-31T10:00:00Z">
		<iati-identifier> A-1 </iati-identifier><title/><description type="2"><narrative xml:lang="fr">&lt;é&gt; "x" \ &#10; y</narrative><narrative/></description>
		<activity-status code="2"/><activity-date type="1" iso-date="soon"/><default-aid-type code="C01"/>
		<location ref="L1"/><transaction><description><narrative>Paid</narrative></description></transaction>
		<result type="9" aggregation-status="perhaps"><indicator measure="1" ascending="1" aggregation-status="false">
		<reference vocabulary="9" code="5.2.1" indicator-uri="urn:x"/><baseline year="2020" iso-date="2020-12-31" value="007"><comment><narrative>c</narrative></comment></baseline>
		<period><period-start iso-date="2021-01-01Z"/><period-end iso-date=""/><target value="1,000"><location ref="L1"/><dimension name="sex" value=""/></target>
		<actual value=" 5 "/><actual value=""/><actual/></period></indicator>
		<document-link url="urn:d" format="text/html"><title><narrative>T</narrative></title><category code="A08"/><language code="en"/><document-date iso-date="2021-05-05"/></document-link>
		</result></iati-activity></iati-activities>`,
	"blocks.txt": "outcome A_1.1\nWomen\nMany\n\nand more\noutput A_1.1.1\nTools\nindicator A_1.1A\noutcome\n",
}

func TestRoundTripOfOddities(t *testing.T) {
	for name, content := range oddities {
		roundTrip(t, name, []byte(content))
	}
}

func TestWhatCannotBeReadIsNotConverted(t *testing.T) {
	for name, content := range map[string]string{
		"a.xml":  `<iati-activities version="2.03"><iati-activity></iati-activities>`,
		"b.xml":  `<iati-activities version="1.05"></iati-activities>`,
		"c.txt":  "nothing of the kind",
		"d.yaml": "id: A_1\ntitle: one\ntitle: two\n",
		"e.json": `{"iati-activities": {"version": "2.03", "iati-activty": [{"iati-identifier": "A"}]}}`,
		"f.xml":  `<iati-activities version="2.03"/>`,
	} {
		for form, write := range forms {
			if err := write(io.Discard, open(t, name, []byte(content)), nil); err == nil {
				t.Errorf("%s was converted to %s", name, form)
			}
		}
	}
}

// odd are texts that YAML would take for something else without quotes, or that
// it can't hold as they are.
var odd = []string{
	"yes", "No", "y", "on", "true", "FALSE", "null", "~", "0123", "0x1F", "1_000", "1:30", "1e3", "-5", "+5", ".5", ".inf", ".NaN", "2024-01-01", "2024-01-01T10:00:00Z",
	"=", "<<", "- a", "-a", "? b", ": c", "a: b", "a:", "a #b", "#c", "[x]", "{x}", "&x", "*x", "!x", "|", ">", "'q'", `"q"`, "it's", "%x", "@x", "`x`", "---", "...", "a, b", "x]", "\\", `C:\new`,
	" leading", "trailing ", "\ttab", "tab\there", "tab\t", "one\ntwo", "one\n\ntwo\n", "one\n\n", "\none", " one\ntwo", "one\n  two\n three", "one\n \ntwo", "one\n\ttwo", "one \ntwo", "# one\n- two\n", "---\ntwo", "\n", "\n\n", " ",
	"one\r\ntwo", "one\rtwo", "\u0085", "a\u2028b\nc", "\x00\x07\x1b\x7f", "\ufeffbom", "\ufffd", "\uffff", "🙂 emoji\n👩\u200d👩", "é", strings.Repeat("long ", 30_000), strings.Repeat("a", 3000) + "\n" + strings.Repeat("b: ", 3000),
}

func TestOddTexts(t *testing.T) {
	var entries []map[string]any
	for i, s := range odd {
		entries = append(entries, map[string]any{"id": fmt.Sprint("A_", i), "title": s, "narrative": []string{s, "and " + s}, "xml:lang": s})
	}
	content, err := json.Marshal(entries)
	if err != nil {
		t.Fatal(err)
	}
	roundTrip(t, "odd.json", content)
}

func TestNarrativesOfSeveralLinesAreBlocks(t *testing.T) {
	var out strings.Builder
	const text = "outcome A_1.1\nWomen\nMany: 340\n\nand more\n"
	if err := convert.YAML(&out, open(t, "a.txt", []byte(text)), nil); err != nil {
		t.Fatal(err)
	}
	const want = "- id: A_1.1\n  title: Women\n  narrative: |-\n    Many: 340\n\n    and more\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}
