package narrative

import (
	"fmt"
	"unicode/utf8"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TooShort reports descriptions of entries that can't say what happened.
var TooShort = &lint.Rule{
	ID:       "narrative/too-short",
	Title:    "the description is too short to say anything",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A description or progress note of a few words leaves the reader with the title.
The Aid Transparency Index of Publish What You Fund gives no point for a
description under 80 characters.

Write two or three sentences: what changed, for whom, by how much, and what the
organisation did for it. The longest description of an entry counts.`,
	Options: &TooShortOptions{Min: 80},
	Check:   lint.Each(tooShort),
}

// TooShortOptions are the options of narrative/too-short.
type TooShortOptions struct {
	Min int `yaml:"min" doc:"how many characters a description must have"`
}

func tooShort(p *lint.Pass, e *schema.Entry) {
	least := lint.Options[TooShortOptions](p).Min
	n, size := longest(p.Env, e.Descriptions...)
	if n == nil || size >= least || repeated(p, n) != nil || len(truncationSigns(prose.TextOf(p, n))) > 0 {
		return
	}
	p.Report(lint.Violation{
		At:      prose.At(p, n, trimmed(n)),
		Node:    n,
		Message: fmt.Sprintf("%s has only %d characters; %d are expected", prose.Called(p, n), utf8.RuneCountInString(trimmed(n).Of(n.Value)), least),
		Hint:    "write what changed, for whom and by how much",
	})
}
