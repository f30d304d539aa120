package convert_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

func open(t *testing.T, name string, content []byte) read.Reader {
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
		if e.Broken {
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

func roundTrip(t *testing.T, name string, content []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := convert.JSON(&out, open(t, name, content)); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if diff := cmp.Diff(facts(t, name, content), facts(t, "converted.json", out.Bytes())); diff != "" {
		if len(diff) > 3000 {
			diff = diff[:3000]
		}
		t.Errorf("%s does not survive (-original +converted):\n%s", name, diff)
	}
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

func TestRoundTripOfOddities(t *testing.T) {
	for name, content := range map[string]string{
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
	} {
		roundTrip(t, name, []byte(content))
	}
}

func TestWhatCannotBeReadIsNotConverted(t *testing.T) {
	for name, content := range map[string]string{
		"a.xml": `<iati-activities version="2.03"><iati-activity></iati-activities>`,
		"b.xml": `<iati-activities version="1.05"></iati-activities>`,
		"c.txt": "nothing of the kind",
	} {
		if err := convert.JSON(io.Discard, open(t, name, []byte(content))); err == nil {
			t.Errorf("%s was converted", name)
		}
	}
}
