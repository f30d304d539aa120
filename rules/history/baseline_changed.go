package history

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// BaselineChanged reports baselines that are not what they were.
var BaselineChanged = &lint.Rule{
	ID:       "history/baseline-changed",
	Title:    "a baseline has another value or year than in the earlier submission",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A baseline is where things stood at the start, and that doesn't change. If it moves,
the progress that was reported so far is another, without anyone having done
anything.

Put the old baseline back. If it was wrong, say so in its comment: what it was, and
why it was corrected. A baseline that is filled in later is fine, and a number in
another form (1,000 for 1000) is the same number. Where the indicator measures
something else now, history/type-or-measure-changed says so instead.`,
	Check: valueCheck(schema.Baseline, "put the old baseline back, or say in its comment why it was corrected", baselineChanged),
}

func baselineChanged(p *lint.Pass, v lint.Violation, before, after *schema.Measurement) {
	var parts []string
	if _, ok := numberChange(before, after); ok || otherWords(before, after) {
		parts = append(parts, wentFrom(before, after))
	}
	old, current := year(before), year(after)
	moved := old != 0 && current != 0 && old != current
	if moved {
		parts = append(parts, fmt.Sprintf("its year from %d to %d", old, current))
	}
	switch {
	case len(parts) == 0:
		return
	case moved && len(parts) == 1:
		v.Message = fmt.Sprintf("the year of %s went from %d to %d", measurement(before), old, current)
		v.At = yearAt(after)
		report(p, v, earlierValue{at: yearAt(before), text: fmt.Sprint(old), message: fmt.Sprintf("it was %d", old)}, fmt.Sprint(current))
	default:
		v.Message = phrase.List(parts, "and")
		reportValue(p, v, before, after)
	}
}

// year returns the year of a baseline, 0 where there is none.
func year(m *schema.Measurement) int {
	if m.Year.OK {
		return m.Year.Parsed
	}
	return m.Date.Parsed.Year
}

// yearAt returns the place of the year of a baseline.
func yearAt(m *schema.Measurement) schema.Range {
	switch {
	case m.Year.OK:
		return m.Year.At
	case m.Date.OK:
		return m.Date.At
	}
	return m.Place()
}

// otherWords reports whether two values are words that say something, and not the
// same.
func otherWords(before, after *schema.Measurement) bool {
	_, ok1 := values.Number(before)
	_, ok2 := values.Number(after)
	if ok1 || ok2 || placeholder(before.Value.Value) || placeholder(after.Value.Value) {
		return false
	}
	return !strings.EqualFold(describe.Words(before.Value.Value), describe.Words(after.Value.Value))
}
