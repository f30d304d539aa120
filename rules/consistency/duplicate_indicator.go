package consistency

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
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
	var key []byte
	var all []copies
	known := map[string]int{}
	for _, i := range r.Indicators {
		title := describe.Text(i.Title)
		if strings.TrimSpace(title) == "" {
			continue
		}
		key = append(text.AppendFold(key[:0], title), 0)
		key = append(text.AppendFold(key, describe.Text(i.Description)), 0)
		key = appendCodes(append(append(key, i.Measure.Value...), 0), i)
		n, again := known[string(key)]
		if !again {
			known[string(key)] = len(all)
			all = append(all, copies{first: i, count: 1})
			continue
		}
		if all[n].count++; all[n].second == nil {
			all[n].second = i
		}
	}
	for _, s := range all {
		i := s.second
		if i == nil {
			continue
		}
		v := lint.Violation{
			At:      i.Tag,
			Node:    i,
			Message: fmt.Sprintf("the result has the indicator %q %d times", phrase.Shorten(describe.Text(i.Title), titleWidth), s.count),
			Hint:    "remove the copy",
			Related: []lint.Related{{At: s.first.Tag, Message: "the first of them"}},
		}
		if otherPeriods(s.first, i) {
			v.Hint = "put the periods into one indicator"
		}
		p.Report(v)
	}
}

// copies are an indicator and the first copy of it.
type copies struct {
	first, second *schema.Indicator
	count         int
}

func appendCodes(dst []byte, i *schema.Indicator) []byte {
	for _, r := range i.References {
		dst = append(append(append(append(dst, r.Vocabulary.Value...), ':'), r.Code.Value...), ' ')
	}
	return dst
}

// otherPeriods reports whether two indicators have no period in common: they are one
// series in pieces.
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
