// Package rules is the catalogue: every rule there is, in the one order in
// which they are listed, documented and run.
package rules

import (
	_ "embed"

	"github.com/iatilint/iatilint/rules/evidence"
	"github.com/iatilint/iatilint/rules/file"
	"github.com/iatilint/iatilint/rules/identifier"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/rules/marker"
	"github.com/iatilint/iatilint/rules/narrative"
	"github.com/iatilint/iatilint/rules/period"
	"github.com/iatilint/iatilint/rules/schema"
)

//go:embed README.md
var readme string

// README documents every rule, in Markdown.
func README() string { return readme }

// All lists every rule, grouped by family: first whether the file can be read,
// then the form of what it holds, then what it says.
func All() []*lint.Rule {
	return []*lint.Rule{
		file.NotWellFormed,
		file.WrongType,
		file.NoResults,
		file.UnsupportedVersion,
		file.BadEncoding,
		file.Mojibake,
		file.UnrecognisedBlock,

		schema.Violation,
		schema.NewerThanVersion,
		schema.CodeNotOnCodelist,

		identifier.Missing,
		identifier.Malformed,
		identifier.Duplicate,
		identifier.Gap,

		narrative.Empty,
		narrative.TitleTooShort,
		narrative.TooShort,
		narrative.Truncated,
		narrative.TruncatedStart,
		narrative.TitleRepeated,
		narrative.Markup,
		narrative.HiddenCharacters,
		narrative.AllCaps,
		narrative.ActivityNotChange,
		narrative.NotAnOutcomeStatement,
		narrative.CompoundOutcome,
		narrative.PersonalData,

		marker.Deletion,
		marker.Placeholder,
		marker.Retired,
		marker.TemplateLeftover,
		marker.TestEntry,

		evidence.None,
		evidence.MissingValue,
		evidence.NotANumber,
		evidence.ValueOnQualitative,

		period.Reversed,
	}
}

// ByID finds a rule by its ID or an earlier one.
func ByID(id string) (*lint.Rule, bool) {
	for _, r := range All() {
		if r.ID == id {
			return r, true
		}
		for _, alias := range r.Aliases {
			if alias == id {
				return r, true
			}
		}
	}
	return nil, false
}
