package consistency

import (
	"fmt"
	"iter"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ExpectedEntryMissing reports entries of the framework that are not there.
var ExpectedEntryMissing = &lint.Rule{
	ID:       "consistency/expected-entry-missing",
	Title:    "an entry that the framework lists is absent",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
An office reports on a fixed set of outcomes. One that is left out of the
submission is not reported on at all, and nobody sees that it is missing.

Add the entry, or take it off the list. The list is a file with an identifier a
line, given with --framework; without it the rule is silent. With or without the
organisation before it, an identifier is the same.`,
	Check: lint.Collect(present, expected),
}

// identifierFact is an entry's identifier and where it stands.
type identifierFact struct {
	Identifier string
	Place      lint.Place
}

func present(p *lint.Pass, e *schema.Entry) []identifierFact {
	if len(p.Env.Expected) == 0 {
		return nil
	}
	return []identifierFact{{strings.TrimSpace(e.Identifier.Value), p.Keep(e.Place())}}
}

func expected(p *lint.Pass, all iter.Seq[identifierFact]) {
	missing := map[string]bool{}
	for _, identifier := range p.Env.Expected {
		missing[withoutOrganisation(identifier)] = true
	}
	var last lint.Place
	for e := range all {
		delete(missing, withoutOrganisation(e.Identifier))
		last = e.Place
	}
	var absent []string
	for _, identifier := range p.Env.Expected {
		if missing[withoutOrganisation(identifier)] {
			absent = append(absent, identifier)
		}
	}
	if len(absent) == 0 {
		return
	}
	message := "the framework lists %s, which is not in the submission"
	if len(absent) > 1 {
		message = "the framework lists %s, which are not in the submission"
	}
	p.ReportAt(last, lint.Violation{
		Message: fmt.Sprintf(message, phrase.List(absent, "and")),
		Hint:    "add what is missing, or take it off the list",
	})
}

// withoutOrganisation returns an identifier without the organisation before it: MLI_D_1.1 of
// XM-DAC-41146-MLI_D_1.1.
func withoutOrganisation(identifier string) string {
	return identifier[strings.LastIndexByte(identifier, '-')+1:]
}
