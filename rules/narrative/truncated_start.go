package narrative

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/text"
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
	Check: prose.EachText(starts, truncatedStart),
}

// start is the beginning of a text that has lost its first words.
type start struct {
	text.Span
	lower bool
}

func starts(whole prose.Text) []start {
	if of := whole.Role.Of; of != schema.EntryNode && of != schema.ResultNode || !whole.Written() {
		return nil
	}
	t := whole.Doc().Truncation()
	switch {
	case t.PunctStart.Of(whole.Value) == "%": // % of schools
	case !t.PunctStart.IsZero():
		return []start{{t.PunctStart, false}}
	case !t.LowerStart.IsZero():
		return []start{{t.LowerStart, true}}
	}
	return nil
}

func truncatedStart(p *lint.Pass, n *schema.Narrative, found []start) {
	s := found[0]
	v := lint.Violation{
		At:      prose.At(p, n, s.Span),
		Message: fmt.Sprintf("%s starts with %q", prose.Called(p, n), s.Of(n.Value)),
		Hint:    "put in what is missing before it",
	}
	if s.lower {
		v.Message = fmt.Sprintf("%s starts in lower case, with %q", prose.Called(p, n), s.Of(n.Value))
		v.Hint += ", or start with a capital"
	}
	p.Report(v)
}
