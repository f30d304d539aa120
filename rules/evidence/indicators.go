package evidence

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// named gives the beginning of an indicator's title, for messages.
func named(i *schema.Indicator) string {
	const most = 60
	title := []rune(strings.Join(strings.Fields(values.Text(i.Title)), " "))
	if len(title) == 0 {
		return ""
	}
	if len(title) > most {
		title = append(title[:most], '…')
	}
	return fmt.Sprintf(": %q", string(title))
}

// lacking reports that indicators of a result lack something: once, at the
// first of them, with the places of the others.
func lacking(p *lint.Pass, r *schema.Result, lacks func(*schema.Indicator) bool, v lint.Violation) {
	const mostPlaces = 5
	count := 0
	for _, i := range r.Indicators {
		if !lacks(i) {
			continue
		}
		switch count++; {
		case count == 1:
			v.At, v.Node = i.Tag, i
			v.Message += named(i)
		case count <= mostPlaces+1:
			v.Related = append(v.Related, lint.Related{At: i.Tag, Message: "nor has this one" + named(i)})
		}
	}
	if count == 0 {
		return
	}
	if count > 1 {
		v.Message += fmt.Sprintf("; so it is with %d of the result's %d indicators", count, len(r.Indicators))
	}
	p.Report(v)
}

// indicators calls each for every indicator of an entry.
func indicators(e *schema.Entry, each func(*schema.Indicator)) {
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			each(i)
		}
	}
}

// anyActual tells whether an entry has an actual at all, in number or word.
func anyActual(e *schema.Entry) bool {
	some := false
	indicators(e, func(i *schema.Indicator) {
		for _, p := range i.Periods {
			some = some || len(p.Actuals) > 0
		}
	})
	return some
}
