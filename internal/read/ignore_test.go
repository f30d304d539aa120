package read_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/schema"
)

// request is a suppression in words: what asks, and for what of the entry.
type request struct {
	rules, asks, scope string
	wholeFile          bool
}

func requestsOf(e *schema.Entry) []request {
	var all []request
	for _, s := range e.Suppressions {
		source := s.Source
		if source == nil {
			source = e.Source
		}
		all = append(all, request{strings.Join(s.Rules, ","), source.At(s.At), e.Source.At(s.Scope), s.WholeFile})
	}
	return all
}

func TestSuppressions(t *testing.T) {
	const (
		f = "<!-- iatilint-ignore-file a/f all -->"
		n = "<!-- iatilint-ignore a/n,a/m next -->"
		l = "<!--iatilint-ignore a/l last-->"
		o = "<!-- about iatilint-ignore -->"
	)
	for _, c := range []struct {
		name, text string
		want       [][]request
	}{
		{"a.xml", f + "<iati-activities version='2.03'>" + n + "<iati-activity><title/></iati-activity>" + o + l + "<iati-activity/></iati-activities>", [][]request{
			{{"a/f", f, "", true}, {"a/n,a/m", n, "", false}},
			{{"a/l", l, "", false}},
		}},
		{"b.xml", "<iati-activities version='2.03'><iati-activity><title>" + n + "<narrative>x<!-- y --></narrative>" + l + "</title>" + n + l + "<description/></iati-activity></iati-activities>", [][]request{{
			{"a/n,a/m", n, "<narrative>x<!-- y --></narrative>", false},
			{"a/l", l, "<title>" + n + "<narrative>x<!-- y --></narrative>" + l + "</title>", false},
			{"a/n,a/m", n, "<description/>", false},
			{"a/l", l, "<description/>", false},
		}}},
		{"a.txt", "iatilint-ignore-file a/f all\niatilint-ignore a/n next\noutcome A_1\niatilint-ignore a/l in\nx\noutcome A_2\nx\n", [][]request{
			{{"a/f", "iatilint-ignore-file a/f all", "", true}, {"a/n", "iatilint-ignore a/n next", "", false}, {"a/l", "iatilint-ignore a/l in", "", false}},
			nil,
		}},
		{"a.json", `{"x-iatilint-ignore": ["a/f all"], "iati-activities": {"iati-activity": [{"title": {"x-iatilint-ignore": "a/n \u0061ll", "narrative": "x"}, "x-iatilint-ignore": ["a/l", "a/m"]}]}}`, [][]request{{
			{"a/f", "a/f all", "", true},
			{"a/n", `a/n \u0061ll`, `{"x-iatilint-ignore": "a/n \u0061ll", "narrative": "x"}`, false},
			{"a/l", "a/l", `{"title": {"x-iatilint-ignore": "a/n \u0061ll", "narrative": "x"}, "x-iatilint-ignore": ["a/l", "a/m"]}`, false},
			{"a/m", "a/m", `{"title": {"x-iatilint-ignore": "a/n \u0061ll", "narrative": "x"}, "x-iatilint-ignore": ["a/l", "a/m"]}`, false},
		}}},
		{"a.yaml", "# iatilint-ignore-file a/f all\n- id: A_1\n  # iatilint-ignore a/n next\n  title:\n    narrative: x\n  narrative: |\n    # iatilint-ignore a/x text\n    y\n# iatilint-ignore a/l last\n- id: A_2\n  x-iatilint-ignore: a/k key\n", [][]request{
			{{"a/f", "# iatilint-ignore-file a/f all", "", true}, {"a/n", "# iatilint-ignore a/n next", "title:\n    narrative: x", false}},
			{{"a/l", "# iatilint-ignore a/l last", "", false}, {"a/k", "a/k key", "id: A_2\n  x-iatilint-ignore: a/k key", false}},
		}},
		{"a.csv", "id,title,iatilint-ignore,target\nA_1,x,a/n all,1\n,,a/l row,2\nA_2,y,,3\n", [][]request{
			{{"a/n", "a/n all", "", false}, {"a/l", "a/l row", ",,a/l row,2\n", false}},
			nil,
		}},
	} {
		entries, file := readAll(t, c.name, []byte(c.text))
		var got [][]request
		for _, e := range entries {
			got = append(got, requestsOf(e))
			for _, f := range e.Faults {
				if strings.Contains(f.Message, "ignore") {
					t.Errorf("%s: the request itself is told of: %s", c.name, f.Message)
				}
			}
		}
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(request{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if len(file.Faults) > 0 {
			t.Errorf("%s: %v", c.name, file.Faults)
		}
	}
}

// A comment behind something in YAML is about that, and no part of it.
func TestSuppressionsBesideValues(t *testing.T) {
	text := `iati-activities:
  iati-activity:
  - id: A_1 # iatilint-ignore a/id old
    title: Seats # 5 # iatilint-ignore a/none no
    description: "Half # iatilint-ignore a/text t" # iatilint-ignore a/quoted q
    "comment # iatilint-ignore a/key k": none
    narrative: | # iatilint-ignore a/block b
      Women vote # iatilint-ignore a/text t
    result: # iatilint-ignore-file a/file all
    - title: Wells # iatilint-ignore a/item i
    - {title: Pumps, type: "1"} # iatilint-ignore a/flow f
    - title: A title
        of two lines # iatilint-ignore a/lines l
    - # iatilint-ignore a/empty e
      title: Taps
    document-link: [{
      url: https://example.org/#a
    }] # iatilint-ignore a/bracket b
  - id: A_2
    title: Last # iatilint-ignore a/last l
  - {id: A_3, title: Flow} # iatilint-ignore a/end e
`
	want := [][]request{
		{
			{"a/id", "# iatilint-ignore a/id old", "id: A_1", false},
			{"a/quoted", "# iatilint-ignore a/quoted q", `description: "Half # iatilint-ignore a/text t`, false},
			{"a/block", "# iatilint-ignore a/block b", "narrative: | # iatilint-ignore a/block b\n      Women vote # iatilint-ignore a/text t\n", false},
			{"a/file", "# iatilint-ignore-file a/file all", "result: # iatilint-ignore-file a/file all\n    - title: Wells # iatilint-ignore a/item i\n    - {title: Pumps, type: \"1\"} # iatilint-ignore a/flow f\n    - title: A title\n        of two lines # iatilint-ignore a/lines l\n    - # iatilint-ignore a/empty e\n      title: Taps", true},
			{"a/item", "# iatilint-ignore a/item i", "title: Wells", false},
			{"a/flow", "# iatilint-ignore a/flow f", `{title: Pumps, type: "1"}`, false},
			{"a/lines", "# iatilint-ignore a/lines l", "title: A title\n        of two lines", false},
			{"a/empty", "# iatilint-ignore a/empty e", "title: Taps", false},
			{"a/bracket", "# iatilint-ignore a/bracket b", "document-link: [{\n      url: https://example.org/#a\n    }]", false},
		},
		{{"a/last", "# iatilint-ignore a/last l", "title: Last", false}},
		{{"a/end", "# iatilint-ignore a/end e", "{id: A_3, title: Flow}", false}},
	}
	for name, text := range map[string]string{"a.yaml": text, "b.yaml": strings.ReplaceAll(text, "\n", "\r\n")} {
		entries, _ := readAll(t, name, []byte(text))
		var got [][]request
		for _, e := range entries {
			got = append(got, requestsOf(e))
			for i := range got[len(got)-1] {
				r := &got[len(got)-1][i]
				r.scope = strings.ReplaceAll(r.scope, "\r\n", "\n")
			}
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(request{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestSuppressionsThatNoEntryFollows(t *testing.T) {
	for name, text := range map[string]string{
		"a.xml":  "<iati-activities version='2.03'><iati-activity/><!-- iatilint-ignore a/b x --></iati-activities>",
		"a.txt":  "iatilint-ignore a/b x\n",
		"a.json": `{"iati-activities": {"iati-activity": [{"title": "x"}], "x-iatilint-ignore": "a/b x"}}`,
	} {
		if _, file := readAll(t, name, []byte(text)); len(file.Suppressions) != 1 || file.Suppressions[0].Rules[0] != "a/b" {
			t.Errorf("%s: the file asks for %+v", name, file.Suppressions)
		}
	}
}

// The text of a file without entries carries the requests in it.
func TestSuppressionsInTextWithoutEntries(t *testing.T) {
	entries, file := readAll(t, "a.txt", []byte("iatilint-ignore a/b x\nWomen vote\n"))
	if len(entries) != 1 || entries[0].Kind != schema.UnassignedText || len(entries[0].Suppressions) != 1 || file.Entries != 0 {
		t.Errorf("%d entries are counted, of %+v", file.Entries, entries)
	}
}

// A request among the lines of a narrative is no part of it, and what stands
// behind it keeps its place.
func TestNarrativeAroundARequest(t *testing.T) {
	text := "outcome A_1\nTitle\nfirst – line\niatilint-ignore a/b x\n\nsecond line\niatilint-ignore a/c y\nthird line\niatilint-ignore a/d z\n"
	entries, _ := readAll(t, "a.txt", []byte(text))
	n := entries[0].Descriptions[0].Narratives[0]
	if n.Value != "first – line\n\nsecond line\nthird line" {
		t.Errorf("the narrative is %q", n.Value)
	}
	for _, word := range []string{"first", "line", "second", "third"} {
		i := strings.Index(n.Value, word)
		at := entries[0].Source.Within(n.Text, i, i+len(word))
		if got := entries[0].Source.At(at); got != word || at.Start != int32(strings.Index(text, word)) {
			t.Errorf("%q has its place at %q", word, got)
		}
		if from, to := entries[0].Source.Decoded(n.Text, at); n.Value[from:to] != word {
			t.Errorf("%q is found again as %q", word, n.Value[from:to])
		}
	}
}
