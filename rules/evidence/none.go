package evidence

import (
	"github.com/iatilint/iatilint/rules/internal/grade"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// None reports outcomes that claim something and show no figure.
var None = &lint.Rule{
	ID:       "evidence/none",
	Title:    "no figure stands behind what the outcome claims",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
"Significant progress" can't be checked, compared or added up. An outcome is
believed for its figures: an indicator with baseline, target and actual, or at
least a number of people, places or laws in the narrative. Years, dates, article
and resolution numbers are no evidence; zero is.

Give an indicator its actual, or write into the narrative how many, how much or
what share, and of what: "42 women parliamentarians", "65 per cent of schools".
Digits of every script count, and numbers in words; where the language of a text is
not known, the rule is silent.

With the profile strict this is an error.`,
	InProfile: map[string]lint.Severity{"strict": lint.Error},
	Check:     lint.Each(none),
}

func none(p *lint.Pass, e *schema.Entry) {
	if e.MissingLevels.Has(schema.IndicatorLevel|schema.PeriodLevel|schema.ActualLevel) || !figuresExpected(p, e) || !grade.Assess(p.Env, e).Baseless() {
		return
	}
	claim := claimOf(p.Env, e)
	if claim == nil {
		return
	}
	v := lint.Violation{
		At:      claim.At,
		Node:    claim,
		Message: "no figure stands behind this: no indicator has an actual, and the text has no quantity",
		Hint:    "give an actual, or write how many, how much or what share, and of what",
	}
	if sentences := prose.Of(p.Env, claim).Sentences(); len(sentences) > 0 {
		v.At = prose.At(p, claim, sentences[0].Span)
	}
	p.Report(v)
}

// claimOf returns the narrative that makes the entry's claim, nil where there is
// none: an empty text or a placeholder claims nothing.
func claimOf(env *lint.Environment, e *schema.Entry) *schema.Narrative {
	for _, d := range e.Descriptions {
		for _, n := range d.Narratives {
			if prose.Written(env, n) {
				return n
			}
		}
	}
	return nil
}

// figuresExpected reports whether figures can be expected yet: an outcome reports what was
// reached; where there are periods, as an activity has them, once one has closed.
func figuresExpected(p *lint.Pass, e *schema.Entry) bool {
	reached := e.Kind != schema.ActivityEntry
	for period := range values.Periods(e) {
		reached = false
		if period.End.OK && period.End.Parsed.Before(p.Env.AsOf) {
			return true
		}
	}
	return reached
}
