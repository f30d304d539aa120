package finding

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// The fingerprint is the same wherever the violation stands, and another one
// for another rule, entry, field or text.
func TestFingerprint(t *testing.T) {
	was := ""
	of := func(id, text string, line int, field string) string {
		var got string
		p := &lint.Pass{
			Rule:  &lint.Rule{ID: "test/" + id, Severity: lint.Error},
			File:  &schema.File{Path: "a"},
			Entry: &schema.Entry{Source: &schema.Source{Text: text, Base: schema.Position{Line: line, Column: 1}}},
			Host:  &Resolver{Index: NewIndex(nil), Deliver: func(f *Finding) { got = f.Fingerprint }},
		}
		v := lint.Violation{At: schema.Range{End: int32(len(text))}, Field: field, Message: "m"}
		if was != "" {
			v.Change = lint.NewChange(was, "")
		}
		p.Report(v)
		return got
	}
	base := of("a", "some  text", 1, "title")
	if len(base) != 12 || of("a", "Some text", 90, "title") != base {
		t.Errorf("fingerprint %q changes with the place, case or spacing", base)
	}
	for _, other := range []string{of("b", "some text", 1, "title"), of("a", "other text", 1, "title"), of("a", "some text", 1, "comment")} {
		if other == base {
			t.Error("two violations have one fingerprint")
		}
	}
	was = "an indicator"
	first := of("a", "some text", 1, "title")
	if was = "another one"; of("a", "some text", 1, "title") == first {
		t.Error("two things that are gone have one fingerprint")
	}
}

// A huge identifier is shortened in what is shown; two that look alike then are
// told apart all the same.
func TestNamesOfEntries(t *testing.T) {
	report := func(identifier string) (f *Finding) {
		entry := &schema.Entry{File: &schema.File{Path: "a"}, Source: &schema.Source{Text: identifier}}
		entry.Identifier = schema.Text{Value: identifier, At: schema.Range{End: 1}}
		p := &lint.Pass{Rule: &lint.Rule{ID: "test/rule"}, File: entry.File, Entry: entry, Host: &Resolver{Index: NewIndex(nil), Deliver: func(made *Finding) { f = made }}}
		p.Report(lint.Violation{At: schema.Range{End: 1}, Message: "here"})
		return f
	}
	if v := report(" A_1\n"); v.Entry != "A_1" {
		t.Errorf("a short identifier is shown as %q", v.Entry)
	}
	x := strings.Repeat("x", 1<<20)
	one, other := report(x+"1"+x), report(x+"2"+x)
	if one.Entry != other.Entry || len(one.Entry) > 210 || !strings.Contains(one.Entry, "…") {
		t.Errorf("shown as %q and %q", one.Entry, other.Entry)
	}
	if one.Fingerprint == other.Fingerprint || one.Fingerprint != report(x+"1"+x).Fingerprint {
		t.Errorf("known again by %s and %s", one.Fingerprint, other.Fingerprint)
	}
}
