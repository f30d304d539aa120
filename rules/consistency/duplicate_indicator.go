package consistency

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DuplicateIndicator reports indicators that stand twice in a result.
var DuplicateIndicator = &lint.Rule{
	ID:       "consistency/duplicate-indicator",
	Title:    "a result has the same indicator twice",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
An indicator is one series of figures. Given twice it is counted twice, and its
progress from year to year is torn apart: often each year was entered as an
indicator of its own.

Put all periods into one indicator, and parts (women and men, places) into its
dimensions and locations. Indicators are the same if title, description, measure
and reference are.`,
	Check: lint.Each(duplicateIndicator),
}

func duplicateIndicator(p *lint.Pass, r *schema.Result) {
	if len(r.Indicators) < 2 {
		return
	}
	first := map[string]*schema.Indicator{}
	count := map[string]int{}
	var order []string
	second := map[string]*schema.Indicator{}
	for _, i := range r.Indicators {
		title := values.Text(i.Title)
		if strings.TrimSpace(title) == "" {
			continue
		}
		key := strings.Join([]string{text.Fold(title), text.Fold(values.Text(i.Description)), i.Measure.Value, codes(i)}, "\x00")
		count[key]++
		switch count[key] {
		case 1:
			first[key] = i
		case 2:
			second[key] = i
			order = append(order, key)
		}
	}
	for _, key := range order {
		i := second[key]
		v := lint.Violation{
			At:      i.Tag,
			Node:    i,
			Message: fmt.Sprintf("the result has the indicator %q %d times", short(values.Text(i.Title)), count[key]),
			Hint:    "remove the copy",
			Related: []lint.Related{{At: first[key].Tag, Message: "the first of them"}},
		}
		if otherPeriods(first[key], i) {
			v.Hint = "put the periods into one indicator"
		}
		p.Report(v)
	}
}

func codes(i *schema.Indicator) string {
	var b strings.Builder
	for _, r := range i.References {
		b.WriteString(r.Vocabulary.Value + ":" + r.Code.Value + " ")
	}
	return b.String()
}

// otherPeriods tells indicators that are one series in pieces.
func otherPeriods(a, b *schema.Indicator) bool {
	for _, x := range a.Periods {
		for _, y := range b.Periods {
			if x.Start.Parsed == y.Start.Parsed && x.End.Parsed == y.End.Parsed {
				return false
			}
		}
	}
	return len(a.Periods) > 0 && len(b.Periods) > 0
}
