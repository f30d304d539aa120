package value

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// AggregationFlag reports flags that invite readers to add up what can't be, or
// that take each other back.
var AggregationFlag = &lint.Rule{
	ID:       "value/aggregation-flag",
	Title:    "an aggregation flag does not fit what it stands on",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
aggregation-status tells readers that values may be added up across activities.
Percentages, ratings and words can't be: three times 50 per cent is not 150. And a
flag counts only if result and indicator agree; the Dutch ministry, for one, adds
up only what is flagged on both.

Write aggregation-status="1" on a result and on those of its indicators that count
something; leave it out, or write 0, elsewhere. Reported once per result.`,
	Check: lint.Each(aggregationFlag),
}

func aggregationFlag(p *lint.Pass, r *schema.Result) {
	for _, i := range r.Indicators {
		flag := i.Aggregation
		switch {
		case flag.OK && flag.Parsed && i.Measure.Value != "1" && measures[i.Measure.Value] != "":
			p.Report(lint.Violation{At: flag.At, Node: i,
				Message: fmt.Sprintf("the indicator's values are flagged as fit to be added up, but they are %s (measure %s)", measures[i.Measure.Value], i.Measure.Value)})
			return
		case flag.OK && flag.Parsed && r.Aggregation.OK && !r.Aggregation.Parsed:
			p.Report(lint.Violation{At: flag.At, Node: i,
				Message: fmt.Sprintf("the indicator's aggregation-status is %s, but its result's is %s: nothing is added up", flag.Value, r.Aggregation.Value),
				Related: []lint.Related{{At: r.Aggregation.At, Message: "the result's flag"}}})
			return
		}
	}
	if !r.Aggregation.OK || !r.Aggregation.Parsed || len(r.Indicators) == 0 {
		return
	}
	denied := 0
	first := r.Indicators[0]
	for _, i := range r.Indicators {
		if i.Aggregation.OK && !i.Aggregation.Parsed {
			denied++
			continue
		}
		if i.Measure.Value == "1" || measures[i.Measure.Value] == "" {
			return // something can be added up
		}
	}
	v := lint.Violation{At: r.Aggregation.At}
	switch {
	case denied == len(r.Indicators):
		v.Message = fmt.Sprintf("the result's aggregation-status is %s, but that of its indicators is %s: nothing is added up", r.Aggregation.Value, first.Aggregation.Value)
		v.Related = []lint.Related{{At: first.Aggregation.At, Message: "the indicator's flag"}}
	case denied == 0:
		v.Message = "the result's values are flagged as fit to be added up, but none of its indicators counts something (measure 1)"
		v.Related = []lint.Related{{At: first.Measure.At, Message: "measure " + first.Measure.Value + ": " + measures[first.Measure.Value]}}
	default:
		return
	}
	p.Report(v)
}

// measures are those whose values can't be added up.
var measures = map[string]string{"2": "percentages", "3": "names", "4": "ranks", "5": "words"}
