package lint

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

func TestNarrow(t *testing.T) {
	long := strings.Repeat("é", 300) + "[here]" + strings.Repeat("ü", 300)
	from := strings.Index(long, "[")
	for _, width := range []int{10, 40, 80, 5000} {
		got := Narrow(Snippet{long, from, from + 6}, width)
		if !utf8.ValidString(got.Text) || !strings.HasPrefix(got.Text[got.From:], "[here]"[:got.To-got.From]) {
			t.Errorf("width %d: %q, %d to %d", width, got.Text, got.From, got.To)
		}
		if n := utf8.RuneCountInString(got.Text); width < 600 && n > width+2 {
			t.Errorf("width %d: %d code points", width, n)
		}
	}
	if got := Narrow(Snippet{"short", 0, 5}, 80); got.Text != "short" {
		t.Errorf("a short line became %q", got.Text)
	}
}

func TestValidate(t *testing.T) {
	check := Each(func(*Pass, *schema.Entry) {})
	good := func() *Rule {
		return &Rule{ID: "test/good-rule", Title: "something is wrong", Doc: "Why.", Severity: Error, Since: "0.1.0", Check: check}
	}
	if err := Validate([]*Rule{good()}); err != nil {
		t.Errorf("a good rule: %v", err)
	}
	for name, spoil := range map[string]func(*Rule){
		"not of the form":     func(r *Rule) { r.ID = "Test/Good" },
		"a phrase":            func(r *Rule) { r.Title = "Something is wrong." },
		"no documentation":    func(r *Rule) { r.Doc = " " },
		"had it first":        func(r *Rule) { r.Since = "" },
		"no severity":         func(r *Rule) { r.Severity = 0 },
		"pointer to a struct": func(r *Rule) { r.Options = 3 },
		"has 0 checks":        func(r *Rule) { r.Check = Check{} },
		"has 2 checks":        func(r *Rule) { r.Check.File = func(*Pass, *schema.File) {} },
		"is taken":            func(r *Rule) { r.Aliases = []string{"test/good-rule"} },
	} {
		r := good()
		spoil(r)
		if err := Validate([]*Rule{r}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestSeverityNames(t *testing.T) {
	for _, name := range Severities() {
		s, ok := ParseSeverity(name)
		if !ok || s.String() != name {
			t.Errorf("%q is %v, %v", name, s, ok)
		}
		var back Severity
		text, err := s.MarshalText()
		if err != nil || back.UnmarshalText(text) != nil || back != s {
			t.Errorf("%q does not survive marshalling", name)
		}
	}
	if _, ok := ParseSeverity("never"); ok {
		t.Error("never is a level at which to fail, not a severity")
	}
}

// The fingerprint is the same wherever the violation stands, and another one
// for another rule, entry, field or text.
func TestFingerprint(t *testing.T) {
	was := ""
	of := func(id, text string, line int, field string) string {
		var got string
		p := &Pass{
			Rule:    &Rule{ID: "test/" + id, Severity: Error},
			File:    &schema.File{Path: "a"},
			Entry:   &schema.Entry{Source: &schema.Source{Text: text, Base: schema.Position{Line: line, Column: 1}}},
			Deliver: func(v Violation) { got = v.Fingerprint },
		}
		v := Violation{At: schema.Range{End: int32(len(text))}, Field: field, Message: "m"}
		if was != "" {
			v.Change = NewChange(was, "")
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
	report := func(identifier string) (v Violation) {
		entry := &schema.Entry{File: &schema.File{Path: "a"}, Source: &schema.Source{Text: identifier}}
		entry.Identifier = schema.Text{Value: identifier, At: schema.Range{End: 1}}
		p := &Pass{Rule: &Rule{ID: "test/rule"}, File: entry.File, Entry: entry, Deliver: func(made Violation) { v = made }}
		p.Report(Violation{At: schema.Range{End: 1}, Message: "here"})
		return v
	}
	if v := report(" A_1\n"); v.Entry != "A_1" {
		t.Errorf("a short identifier is shown as %q", v.Entry)
	}
	x := strings.Repeat("x", 1<<20)
	one, other := report(x+"1"+x), report(x+"2"+x)
	if one.Entry != other.Entry || len(one.Entry) > nameWidth+10 || !strings.Contains(one.Entry, ellipsis) {
		t.Errorf("shown as %q and %q", one.Entry, other.Entry)
	}
	if one.Fingerprint == other.Fingerprint || one.Fingerprint != report(x+"1"+x).Fingerprint {
		t.Errorf("known again by %s and %s", one.Fingerprint, other.Fingerprint)
	}
}
