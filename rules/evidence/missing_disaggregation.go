package evidence

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/rules/internal/values"
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
	var list []*schema.Indicator
	for i := range values.Indicators(e) {
		if i.Measure.Value == "1" && notDisaggregated(i) && countsPeople(i) && !groups.MatchIndicator(i) && !hasExplainingComment(i) {
			list = append(list, i)
		}
	}
	if len(list) == 0 {
		return
	}
	v := lint.Violation{
		At:      list[0].Tag,
		Node:    list[0],
		Message: "the indicator counts people, but not by sex, age or place" + titleSuffix(list[0]),
		Hint:    `give the actual for each part, with <dimension name="sex" value="female"/>`,
	}
	if len(list) > 1 {
		v.Message += fmt.Sprintf("; so it is with %d indicators of this entry", len(list))
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

// notDisaggregated reports whether an indicator has actuals, none of which is
// disaggregated.
func notDisaggregated(i *schema.Indicator) bool {
	some := false
	for a := range values.Actuals(i) {
		if a.Disaggregated() {
			return false
		}
		some = some || a.Value.OK && a.Value.Parsed > 0
	}
	return some
}

// hasExplainingComment reports whether a comment on an actual says which people it counts.
func hasExplainingComment(i *schema.Indicator) bool {
	for a := range values.Actuals(i) {
		if groups.MatchProse(a.Comment) {
			return true
		}
	}
	return false
}
