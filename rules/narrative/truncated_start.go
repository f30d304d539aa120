package narrative

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TruncatedStart reports texts whose beginning is missing.
var TruncatedStart = &lint.Rule{
	ID:       "narrative/truncated-start",
	Title:    "a text starts in the middle of a sentence",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
A statement that starts in lower case or with a comma has often lost its first
words: of "By 2024, women have …" only "women have …" was copied.

Put the lost words back, or start with a capital. The rule looks at titles and
descriptions of entries and results; those of indicators ("% of schools") and
comments are often mere notes.`,
	Check: lint.EachText(truncatedStart),
}

func truncatedStart(p *lint.Pass, n *schema.Narrative) {
	switch prose.PartOf(p.Entry, n).Of.(type) {
	case *schema.Entry, *schema.Result:
	default:
		return
	}
	if !prose.Written(p.Env, n) {
		return
	}
	t := prose.Of(p.Env, n).Truncation()
	v := lint.Violation{Hint: "put in what is missing before it"}
	switch {
	case t.PunctStart.Of(n.Value) == "%": // % of schools
		return
	case !t.PunctStart.IsZero():
		v.At = prose.At(p, n, t.PunctStart)
		v.Message = fmt.Sprintf("%s starts with %q", prose.Called(p, n), t.PunctStart.Of(n.Value))
	case !t.LowerStart.IsZero():
		v.At = prose.At(p, n, t.LowerStart)
		v.Message = fmt.Sprintf("%s starts in lower case, with %q", prose.Called(p, n), t.LowerStart.Of(n.Value))
		v.Hint += ", or start with a capital"
	default:
		return
	}
	p.Report(v)
}
