package history

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TypeOrMeasureChanged reports results and indicators that are of another kind.
var TypeOrMeasureChanged = &lint.Rule{
	ID:       "history/type-or-measure-changed",
	Title:    "a result or indicator is of another kind than in the earlier submission",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
An outcome that becomes an output, a count that becomes a percentage, or an indicator
where suddenly less is better, can't be compared with what was reported of it.

Put the old type, measure or direction back. If the indicator really measures
something else now, give it as a new one, and keep the old with its figures. Changed
baselines, targets and actuals of such an indicator are not reported by themselves.`,
	Check: lint.Also(inBoth(entryKind), inBoth(resultType), inBoth(measure)),
}

func entryKind(p *lint.Pass, before, after *schema.Entry) {
	if before.Kind == after.Kind || before.Kind == schema.ActivityEntry || after.Kind == schema.ActivityEntry {
		return // another format calls it otherwise
	}
	report(p, lint.Violation{
		At:      after.Tag,
		Message: fmt.Sprintf("the entry was an %s and is an %s now", before.Kind, after.Kind),
	}, earlierValue{at: before.Tag, text: string(before.Kind)}, string(after.Kind))
}

func resultType(p *lint.Pass, before, after *schema.Result) {
	if !differ(before.Type, after.Type) {
		return
	}
	report(p, lint.Violation{
		At:      after.Type.At,
		Message: fmt.Sprintf("the type of the result went from %s to %s", codeWithName(before.Type, resultTypes), codeWithName(after.Type, resultTypes)),
	}, earlierValue{at: before.Type.At, text: before.Type.Value}, after.Type.Value)
}

func measure(p *lint.Pass, before, after *schema.Indicator) {
	var parts []string
	at, old, current := after.Ascending.Text, before.Ascending.Text, after.Ascending.Text
	if flipped(before, after) {
		parts = append(parts, fmt.Sprintf("%s was better, and %s is better now (ascending)", betterWord(before.Ascending.Parsed), betterWord(after.Ascending.Parsed)))
	}
	if differ(before.Measure, after.Measure) {
		parts = append([]string{fmt.Sprintf("the measure went from %s to %s", codeWithName(before.Measure, measures), codeWithName(after.Measure, measures))}, parts...)
		at, old, current = after.Measure, before.Measure, after.Measure
	}
	if len(parts) == 0 {
		return
	}
	report(p, lint.Violation{
		At:      at.At,
		Message: strings.Join(parts, ", and "),
	}, earlierValue{at: old.At, text: old.Value}, current.Value)
}

// codeWithName returns a code with its name.
func codeWithName(code schema.Text, names map[string]string) string {
	if name := names[trimmed(code)]; name != "" {
		return trimmed(code) + " (" + name + ")"
	}
	return fmt.Sprintf("%q", code.Value)
}

var (
	resultTypes = map[string]string{"1": "output", "2": "outcome", "3": "impact", "9": "other"}
	measures    = map[string]string{"1": "unit", "2": "percentage", "3": "nominal", "4": "ordinal", "5": "qualitative"}
)
