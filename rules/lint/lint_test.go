package lint

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/schema"
)

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
