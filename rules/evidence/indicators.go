package evidence

import (
	"fmt"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// titleSuffix returns the beginning of an indicator's title after a colon, "" for
// none.
func titleSuffix(i *schema.Indicator) string {
	const most = 60
	if title := phrase.Shorten(describe.Text(i.Title), most); title != "" {
		return fmt.Sprintf(": %q", title)
	}
	return ""
}

// reportIndicatorsLacking reports that indicators of an entry lack something: once a result, at
// the first of them, with the places of the others; once for the entry where
// more than half of its indicators in two results or more lack it: then nobody
// required it.
func reportIndicatorsLacking(p *lint.Pass, e *schema.Entry, lacks func(*schema.Indicator) bool, v lint.Violation) {
	var all []*schema.Indicator
	count, results := 0, 0
	for _, r := range e.Results {
		those := lackingOf(r, lacks)
		count += len(r.Indicators)
		if len(those) > 0 {
			all = append(all, those...)
			results++
		}
	}
	if results > 1 && 2*len(all) > count {
		reportLacking(p, all, v, fmt.Sprintf("; so it is with %d of this entry's %d indicators", len(all), count))
		return
	}
	for _, r := range e.Results {
		those := lackingOf(r, lacks)
		switch {
		case len(those) > 1:
			reportLacking(p, those, v, fmt.Sprintf("; so it is with %d of the result's %d indicators", len(those), len(r.Indicators)))
		case len(those) == 1:
			reportLacking(p, those, v, "")
		}
	}
}

func lackingOf(r *schema.Result, lacks func(*schema.Indicator) bool) []*schema.Indicator {
	var those []*schema.Indicator
	for _, i := range r.Indicators {
		if lacks(i) {
			those = append(those, i)
		}
	}
	return those
}

func reportLacking(p *lint.Pass, those []*schema.Indicator, v lint.Violation, extent string) {
	const mostPlaces = 5
	v.At, v.Node = those[0].Tag, those[0]
	v.Message += titleSuffix(those[0]) + extent
	for _, i := range those[1:min(len(those), mostPlaces+1)] {
		v.Related = append(v.Related, lint.Related{At: i.Tag, Message: "nor has this one" + titleSuffix(i)})
	}
	p.Report(v)
}

// anyActual reports whether an entry has an actual at all, in number or word.
func anyActual(e *schema.Entry) bool {
	for p := range values.Periods(e) {
		if len(p.Actuals) > 0 {
			return true
		}
	}
	return false
}
