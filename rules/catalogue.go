// Package rules is the catalogue: every rule there is, in the one order in
// which they are listed, documented and run.
package rules

import (
	_ "embed"
	"slices"

	"github.com/iatilint/iatilint/rules/consistency"
	"github.com/iatilint/iatilint/rules/evidence"
	"github.com/iatilint/iatilint/rules/file"
	"github.com/iatilint/iatilint/rules/history"
	"github.com/iatilint/iatilint/rules/identifier"
	"github.com/iatilint/iatilint/rules/language"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/rules/marker"
	"github.com/iatilint/iatilint/rules/narrative"
	"github.com/iatilint/iatilint/rules/period"
	"github.com/iatilint/iatilint/rules/schema"
	"github.com/iatilint/iatilint/rules/spelling"
	"github.com/iatilint/iatilint/rules/suppression"
	"github.com/iatilint/iatilint/rules/value"
)

//go:embed README.md
var readme string

// README documents every rule, in Markdown.
func README() string { return readme }

// All lists every rule, grouped by family: first whether the file can be read,
// then the form of what it holds, then what it says, and last what changed.
func All() []*lint.Rule {
	return []*lint.Rule{
		file.NotWellFormed,
		file.WrongType,
		file.NotChecked,
		file.NoResults,
		file.UnsupportedVersion,
		file.BadEncoding,
		file.Mojibake,
		file.UnrecognisedBlock,
		file.BookMissing,
		file.TooLarge,

		schema.Violation,
		schema.NewerThanVersion,
		schema.CodeNotOnCodelist,
		schema.EmptyContainer,
		schema.MangledSpreadsheetValue,

		identifier.Missing,
		identifier.Malformed,
		identifier.Duplicate,
		identifier.InvisibleOrForbiddenCharacters,
		identifier.WrongOrganisation,
		identifier.EqualsOrganisation,
		identifier.InconsistentStyle,
		identifier.UnknownUnit,
		identifier.Gap,
		identifier.Orphan,
		identifier.LevelMismatch,
		identifier.FrameworkLinkMismatch,
		identifier.ReferenceConflict,
		identifier.RepeatedVocabulary,
		identifier.VocabularyWithoutAddress,
		identifier.UnresolvedReference,
		identifier.SDGCodeFormat,

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

		spelling.Misspelling,
		spelling.Inconsistent,
		spelling.RepeatedWord,
		spelling.ConfusedWord,
		spelling.MisspeltName,

		evidence.None,
		evidence.MissingValue,
		evidence.NotANumber,
		evidence.ValueOnQualitative,
		evidence.MissingBaseline,
		evidence.MissingTarget,
		evidence.MissingActual,
		evidence.VagueQuantifier,
		evidence.PercentageWithoutBase,
		evidence.MissingDisaggregation,
		evidence.MissingSource,
		evidence.ContradictsActual,
		evidence.ResultsAbsent,

		value.PercentageOutOfRange,
		value.PercentageAsFraction,
		value.NegativeCount,
		value.DisaggregationMismatch,
		value.DimensionHoldsData,
		value.DirectionMismatch,
		value.AggregationFlag,
		value.AmbiguousNumber,
		value.ImplausibleChange,
		value.CumulativeDecrease,

		period.InvalidDate,
		period.Reversed,
		period.Conflicting,
		period.Overlap,
		period.OutsideActivity,
		period.ActualInFuture,
		period.BaselineYearMismatch,
		period.ExpiredTargetYear,
		period.ActivityDates,

		language.Undeclared,
		language.InvalidCode,
		language.Mismatch,
		language.Repeated,

		consistency.DuplicateNarrative,
		consistency.DuplicateTitle,
		consistency.ConflictingEntry,
		consistency.DuplicateIndicator,
		consistency.DoubleCountedFigure,
		consistency.ExpectedEntryMissing,

		history.EntryRemoved,
		history.IdentifierChanged,
		history.IdentifierReused,
		history.IndicatorRemoved,
		history.BaselineChanged,
		history.TargetWeakened,
		history.TargetChanged,
		history.ClosedActualRevised,
		history.ActualRemoved,
		history.CumulativeRegressed,
		history.PeriodChanged,
		history.NarrativeCopied,
		history.NarrativeShrunk,
		history.TitleChanged,
		history.MarkerAdded,
		history.TypeOrMeasureChanged,
		history.StatusRegressed,
		history.ReferenceChanged,
		history.EvidenceDropped,
		history.NotUpdated,
		history.TimestampNotAdvanced,

		suppression.Unused,
		suppression.WithoutReason,
	}
}

// Guards lists the rules that watch over fixes, be they on or off: a fix must
// leave the file as sound as it was.
func Guards() []*lint.Rule {
	return slices.DeleteFunc(All(), func(r *lint.Rule) bool {
		family := r.Family()
		return family != file.NotWellFormed.Family() && family != schema.Violation.Family() && r != narrative.Empty && r != identifier.Missing
	})
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
