package narrative

import (
	"fmt"
	"unicode/utf8"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TitleTooShort reports titles of entries that can't say what the entry is.
var TitleTooShort = &lint.Rule{
	ID:       "narrative/title-too-short",
	Title:    "the title is too short to say what the entry is about",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A list of search results shows titles and nothing else. "Water" or "ACRONYM 2"
tells a reader neither what changes nor for whom, and the Aid Transparency Index
of Publish What You Fund gives no point for a title under 10 characters.

Write the outcome as a sentence: who can do or has what, and where. Where a title
is given in several languages, the longest of them counts.`,
	Options: &TitleTooShortOptions{Min: shortTitle},
	Check:   lint.Each(titleTooShort),
}

// shortTitle is the length that Publish What You Fund requires of a title.
const shortTitle = 10

// TitleTooShortOptions are the options of narrative/title-too-short.
type TitleTooShortOptions struct {
	Min int `yaml:"min" doc:"how many characters a title must have"`
}

func titleTooShort(p *lint.Pass, e *schema.Entry) {
	least := lint.Options[TitleTooShortOptions](p).Min
	n, size := longest(p.Env, e.Title)
	if n == nil || size >= least {
		return
	}
	title := trimmed(n).Of(n.Value)
	p.Report(lint.Violation{
		At:      prose.At(p, n, trimmed(n)),
		Node:    n,
		Message: fmt.Sprintf("the title %q has %d characters: too few to say what the %s is about; %d are expected", title, utf8.RuneCountInString(title), e.Kind, least),
		Hint:    "write who can do or has what, and where",
	})
}
