package prose_test

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func TestRewrite(t *testing.T) {
	for _, c := range []struct {
		format          schema.Format
		text, old, to   string
		want            string
		cannotBeWritten bool
	}{
		{format: schema.XML, text: "a b c", old: "b", to: "R&D <5>", want: "R&amp;D &lt;5&gt;"},
		{format: schema.XML, text: "<![CDATA[a b c]]>", old: "b", to: "R&D", want: "R&D"},
		{format: schema.XML, text: "<![CDATA[a b c]]>", old: "b", to: "]]>", cannotBeWritten: true},
		{format: schema.XML, text: "<![CDATA[a]]> b c", old: "b", to: "R&D", want: "R&amp;D"},
		{format: schema.Portal, text: "a b c", old: "b", to: "R&D", want: "R&D"},
		{format: schema.Portal, text: "a b c", old: "b", to: "one\ntwo", cannotBeWritten: true},
		{format: schema.JSON, text: "a b c", old: "b", to: "one\ntwo", want: `one\ntwo`},
		{format: schema.YAML, text: "a b c", old: "b", to: "", want: ""},
		{format: schema.YAML, text: "a b c", old: "b", to: "x: y", cannotBeWritten: true},
		{format: schema.YAML, text: "a b c", old: "b", to: "it's", cannotBeWritten: true},
		{format: schema.YAML, text: "a b c", old: "c", to: "x ", cannotBeWritten: true},
		{format: schema.YAML, text: "a b c", old: "b", to: "well-being d'été", cannotBeWritten: true},
		{format: schema.YAML, text: "a b c", old: "b", to: "été 2024", want: "été 2024"},
	} {
		n := &schema.Narrative{Text: schema.Text{Value: c.text, At: schema.Range{End: int32(len(c.text))}}}
		p := &lint.Pass{
			File:  &schema.File{Format: c.format},
			Entry: &schema.Entry{Source: &schema.Source{Text: c.text}},
		}
		from := strings.LastIndex(c.text, c.old)
		fixes := prose.Rewrite(p, n, "rewrite", true, prose.Change{Span: text.Span{Start: from, End: from + len(c.old)}, To: c.to})
		switch {
		case len(fixes) == 0 && !c.cannotBeWritten:
			t.Errorf("%s %q: no fix", c.format, c.text)
		case len(fixes) > 0 && c.cannotBeWritten:
			t.Errorf("%s %q: writes %q", c.format, c.text, fixes[0].Edits[0].Text)
		case len(fixes) > 0 && fixes[0].Edits[0].Text != c.want:
			t.Errorf("%s %q: writes %q, want %q", c.format, c.text, fixes[0].Edits[0].Text, c.want)
		}
	}
}
