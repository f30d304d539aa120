package evidence

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// MissingDisaggregation reports people counted as one crowd.
var MissingDisaggregation = &lint.Rule{
	ID:       "evidence/missing-disaggregation",
	Title:    "people are counted, but not by sex, age or place",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
"500 people trained" hides whether women were among them. Donors and partners ask
for people by sex, age or place wherever they are counted.

Give the actual for each part with a dimension (name="sex" value="female"), or say
in the title or comment who they are. Reported once per entry, for indicators with
an actual whose title counts people and names no group of them.`,
	Check: lint.Each(missingDisaggregation),
}

func missingDisaggregation(p *lint.Pass, e *schema.Entry) {
	if e.MissingLevels != 0 {
		return // the parts may stand in what was not given
	}
	var first *schema.Indicator
	count := 0
	indicators(e, func(i *schema.Indicator) {
		if i.Measure.Value != "1" || !undivided(i) || !countsPeople(i) || groups.MatchIndicator(i) || explained(i) {
			return
		}
		count++
		if first == nil {
			first = i
		}
	})
	if first == nil {
		return
	}
	v := lint.Violation{
		At:      first.Tag,
		Node:    first,
		Message: "the indicator counts people, but not by sex, age or place" + titled(first),
		Hint:    `give the actual for each part, with <dimension name="sex" value="female"/>`,
	}
	if count > 1 {
		v.Message += fmt.Sprintf("; so it is with %d indicators of this entry", count)
	}
	p.Report(v)
}

// countsPeople reports whether the title of an indicator names people near its
// beginning: "Number of trained teachers".
func countsPeople(i *schema.Indicator) bool {
	const near = 4 // words after the first
	title := strings.TrimLeftFunc(describe.Text(i.Title), outsideWords)
	first := strings.IndexFunc(title, outsideWords)
	return first >= 0 && people.MatchFirst(title[first:], near)
}

func outsideWords(r rune) bool { return !unicode.IsLetter(r) && r != '#' }

// undivided reports whether an indicator has actuals, none of which is
// disaggregated.
func undivided(i *schema.Indicator) bool {
	some := false
	for _, period := range i.Periods {
		for _, a := range period.Actuals {
			if a.Disaggregated() {
				return false
			}
			some = some || a.Value.OK && a.Value.Parsed > 0
		}
	}
	return some
}

// explained reports whether a comment on an actual says which people it counts.
func explained(i *schema.Indicator) bool {
	for _, period := range i.Periods {
		for _, a := range period.Actuals {
			if groups.MatchProse(a.Comment) {
				return true
			}
		}
	}
	return false
}
