package history

import (
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// IndicatorRemoved reports indicators, periods and breakdowns that are gone.
var IndicatorRemoved = &lint.Rule{
	ID:       "history/indicator-removed",
	Title:    "a result, indicator, period or breakdown of the earlier submission is gone",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
Figures that were published and are no longer there break the series that readers
keep, and look withdrawn because they were bad.

Put back what is gone. An indicator that is no longer measured keeps its periods,
and says in its description since when. An indicator is found again under another
title if most of its words, its reference or its numbers are the same, and under
another result if its title is; a period, if one of its dates was corrected. Parts
under new names are not reported where there are as many as before. What is gone
with something larger is not reported by itself.`,
	Check: lint.Also(continued(resultRemoved), continued(indicatorRemoved), continued(periodRemoved), inBoth(splitRemoved)),
}

func resultRemoved(p *lint.Pass, before, after *schema.Result) {
	if after == nil {
		reportGone(p, titled("result", before.Title)+" is gone"+withCount(len(before.Indicators), "indicator"), before.Place(), describe.Text(before.Title))
	}
}

func indicatorRemoved(p *lint.Pass, before, after *schema.Indicator) {
	if after == nil {
		reportGone(p, titled("indicator", before.Title)+" is gone"+withCount(len(before.Periods), "period"), before.Place(), describe.Text(before.Title))
	}
}

// withCount returns what is gone with something larger: " with 2 periods".
func withCount(n int, noun string) string {
	if n == 0 {
		return ""
	}
	return " with " + countOf(n, noun)
}

func periodRemoved(p *lint.Pass, before, after *schema.Period) {
	if after != nil || len(before.Targets)+len(before.Actuals) == 0 {
		return
	}
	reportGone(p, "the period "+years(before)+" is gone"+withValues(before), before.Place(), years(before)+withValues(before))
}

// withValues returns what values a period has: " with its target of 100".
func withValues(period *schema.Period) string {
	var list []string
	for _, m := range append(append([]*schema.Measurement(nil), period.Targets...), period.Actuals...) {
		if _, ok := values.Number(m); ok && !m.Disaggregated() {
			list = append(list, m.Name()+" of "+valueText(m))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return " with its " + phrase.List(list, "and")
}

func splitRemoved(p *lint.Pass, before, after *schema.Indicator) {
	lost := lostSplits(before, after)
	if len(lost) == 0 || remeasured(before, after) {
		return
	}
	var names []string
	for _, m := range lost {
		names = append(names, splits(m))
	}
	reportGone(p, "the indicator is no longer split by "+strings.Join(names, "; "), lost[0].Place(), strings.Join(names, "; "))
}

// reportGone reports something that is gone, at the node that would hold it.
func reportGone(p *lint.Pass, message string, earlier schema.Range, text string) {
	v := lint.Violation{Message: message}
	if p.Node != nil {
		v.At, v.Node = p.Node.Place(), p.Node
	}
	report(p, v, earlierValue{at: earlier, text: text, message: "it stood here"}, "")
}
