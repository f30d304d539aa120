package evidence

import (
	"iter"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// ResultsAbsent reports running activities without results.
var ResultsAbsent = &lint.Rule{
	ID:       "evidence/results-absent",
	Title:    "a current activity has no result",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
The Aid Transparency Index looks for at least one result on every current activity
that is implemented, finalised or closed. Current is one in implementation, or one
that ended less than a year ago. Administrative costs (aid type G01) and debt relief
(F01) are exempt.

Publish the activity's results, planned ones too: targets with no actual yet are
results. An activity that others name as their parent (related activity of type 1),
or that names its parts (type 2), is passed over.`,
	Check: lint.Collect(expectations, resultsAbsent),
}

// expectation is an entry of which results are expected, or one that another
// names as the whole that it is a part of.
type expectation struct {
	ID     string
	Status string
	Whole  string
	Place  lint.Place
}

func expectations(p *lint.Pass, e *schema.Entry) []expectation {
	var list []expectation
	parts := false
	for _, r := range e.RelatedActivities {
		if r.Type.Value == "1" {
			list = append(list, expectation{Whole: strings.TrimSpace(r.Ref.Value)})
		}
		parts = parts || r.Type.Value == "2"
	}
	if e.Kind != schema.ActivityEntry || len(e.Results) > 0 || parts || !resultsExpected(p, e) || resultsNotRequired(e) {
		return list // an outcome of a portal has no results below it
	}
	return append(list, expectation{ID: strings.TrimSpace(e.Identifier.Value), Status: statusName(e.Status.Value), Place: p.Keep(schema.Range{})})
}

func resultsNotRequired(e *schema.Entry) bool {
	return slices.ContainsFunc(e.DefaultAidTypes, func(t schema.Text) bool { return t.Value == "G01" || t.Value == "F01" })
}

func resultsAbsent(p *lint.Pass, all iter.Seq[expectation]) {
	wholes := map[string]bool{} // of those without results: whether they are one
	for x := range all {
		if x.Status != "" && x.ID != "" {
			wholes[x.ID] = false
		}
	}
	if len(wholes) > 0 {
		for x := range all {
			if _, without := wholes[x.Whole]; without {
				wholes[x.Whole] = true
			}
		}
	}
	for x := range all {
		if x.Status == "" || wholes[x.ID] {
			continue // its parts hold the results
		}
		p.ReportAt(x.Place, lint.Violation{
			Message: "the activity is current (" + x.Status + ") but has no result",
			Hint:    "publish its results; targets with no actual yet are results too",
		})
	}
}

// resultsExpected reports whether results are expected of an activity now.
func resultsExpected(p *lint.Pass, e *schema.Entry) bool {
	switch e.Status.Value {
	case "2":
		return true
	case "3", "4":
		return slices.ContainsFunc(e.Dates, func(d *schema.ActivityDate) bool {
			return (d.Type.Value == "3" || d.Type.Value == "4") && d.Date.OK && d.Date.Parsed.AddDays(365).After(p.Env.AsOf)
		})
	}
	return false
}

func statusName(code string) string {
	return map[string]string{"2": "in implementation", "3": "in finalisation", "4": "closed less than a year ago"}[code]
}
