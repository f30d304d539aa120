package finding_test

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TestWrittenEdits holds what a rule wants written against what has to stand in
// the file: the edit replaces the first b.
func TestWrittenEdits(t *testing.T) {
	const none = "no fix"
	for _, c := range []struct {
		format   schema.Format
		text, to string
		want     string
	}{
		{format: schema.XML, text: "<x>a b c</x>", to: `R&D <5> "q"`, want: `R&amp;D &lt;5&gt; "q"`},
		{format: schema.XML, text: "<x><![CDATA[a b c]]></x>", to: "R&D", want: "R&D"},
		{format: schema.XML, text: "<x><![CDATA[a <p> b c]]></x>", to: "R&D", want: "R&D"},
		{format: schema.XML, text: "<x><![CDATA[a b c]]></x>", to: "]]>", want: none},
		{format: schema.XML, text: "<x><![CDATA[a ]]b> c]]></x>", to: "", want: none},
		{format: schema.XML, text: "<x>a]]b&gt;</x>", to: ">", want: "&gt;"},
		{format: schema.XML, text: "<x><![CDATA[a]]> b c</x>", to: "R&D", want: "R&amp;D"},
		{format: schema.XML, text: `<x y="a b c">`, to: `R&D "<'`, want: "R&amp;D &quot;&lt;&apos;"},
		{format: schema.XML, text: `<x z='>' y="a b c">`, to: `"`, want: "&quot;"},
		{format: schema.XML, text: `<x z=">">a b c</x>`, to: `"`, want: `"`},
		{format: schema.XML, text: "<x>a b c</x>", to: "one\r\ntwo", want: "one&#13;\ntwo"},
		{format: schema.Portal, text: "a b c", to: "R&D", want: "R&D"},
		{format: schema.Portal, text: "a b c", to: "one\ntwo", want: none},
		{format: schema.JSON, text: `{"x": "a b c"}`, to: "one\ntwo \"<&", want: `one\ntwo \"<&`},
		{format: schema.JSON, text: `{"x": "b"}`, to: `\`, want: `\\`},
		{format: schema.YAML, text: "x: a b c", to: "", want: ""},
		{format: schema.YAML, text: "x: a b c", to: "word-by-word", want: "word-by-word"},
		{format: schema.YAML, text: "x: a b c", to: "x: y", want: none},
		{format: schema.YAML, text: "x: a b c", to: "it's", want: none},
		{format: schema.YAML, text: "x: a b c", to: "x ", want: none},
		{format: schema.YAML, text: "x: a b c", to: "well-being d'été", want: none},
		{format: schema.YAML, text: "x: a b c", to: "été 2024", want: "été 2024"},
		{format: schema.YAML, text: "x: a b c", to: "XM-DAC-41146-KEN_D_1.1", want: "XM-DAC-41146-KEN_D_1.1"},
		{format: schema.YAML, text: "x: a b c", to: "–", want: "–"},
		{format: schema.YAML, text: "x: a b c", to: "’", want: "’"},
		{format: schema.YAML, text: "x: ab c", to: " ", want: none},
		{format: schema.YAML, text: "x: abc", to: " ", want: " "},
		{format: schema.YAML, text: "x: a:b#c", to: " ", want: none},
		{format: schema.CSV, text: "a b c", to: "“x”", want: "“x”"},
		{format: schema.CSV, text: "a b c", to: "x y", want: "x y"},
		{format: schema.CSV, text: "a b c", to: "x, y", want: none},
		{format: schema.CSV, text: "\"a b c\"", to: "\"y\"", want: none},
		{format: schema.XLSX, text: "a b c", to: "x, \"y\"", want: "x, \"y\""},
	} {
		at := int32(strings.IndexByte(c.text, 'b'))
		if got := reported(c.format, c.text, schema.Range{Start: at, End: at + 1}, c.to); got != c.want {
			t.Errorf("%s %q: %q is written as %q, want %q", c.format, c.text, c.to, got, c.want)
		}
	}
	for escape, want := range map[string]string{`\x96`: "–", `\u0096`: "–", `\N`: "–", `\n`: none, `\"`: none, `\\`: none, "\\\n": none} {
		text := `x: "a` + escape + `c"`
		if got := reported(schema.YAML, text, schema.Range{Start: 5, End: int32(5 + len(escape))}, "–"); got != want {
			t.Errorf("– for the escape %s is written as %q, want %q", escape, got, want)
		}
	}
	if got := reported(schema.CSV, `x,"1,300"`, schema.Range{Start: 3, End: 8}, "1300"); got != "1300" {
		t.Errorf("1300 is written as %q in place of a number between quotes", got)
	}
	number := schema.Range{Start: 5, End: 7}
	if got := reported(schema.JSON, `{"x":12}`, number, "13"); got != "13" {
		t.Errorf("13 is written as %q in place of a number", got)
	}
	for _, to := range []string{"", "a"} {
		if got := reported(schema.JSON, `{"x":12}`, number, to); got != none {
			t.Errorf("%q is written as %q in place of a number", to, got)
		}
	}
	cut := `<x>a <![CDATA[b]]> c</x>`
	for _, over := range []string{"a <![CDATA[b", "b]]> c"} {
		from := int32(strings.Index(cut, over))
		if got := reported(schema.XML, cut, schema.Range{Start: from, End: from + int32(len(over))}, "x"); got != none {
			t.Errorf("%q becomes %q", over, got)
		}
	}
}

// reported is the text of the edit that a report shows of a rule's.
func reported(format schema.Format, text string, at schema.Range, to string) string {
	var got *finding.Finding
	p := &lint.Pass{
		Rule:  &lint.Rule{ID: "x/y"},
		File:  &schema.File{Format: format},
		Entry: &schema.Entry{Source: &schema.Source{Text: text}},
		Host:  &finding.Resolver{Index: finding.NewIndex(nil), Deliver: func(f *finding.Finding) { got = f }},
	}
	p.Entry.File = p.File
	p.Report(lint.Violation{At: at, Fixes: []lint.Fix{lint.Replace("write it", true, at, to)}})
	if len(got.Fixes) == 0 {
		return "no fix"
	}
	return got.Fixes[0].Edits[0].Text
}
