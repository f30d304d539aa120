package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// submitted is the day of the earlier submission: that of the entry's last
// update. Where it has none, the day to judge by stands in, and known is false.
func submitted(p *lint.Pass) (day schema.Date, known bool) {
	if p.Earlier.LastUpdated.OK {
		return p.Earlier.LastUpdated.Parsed, true
	}
	return p.Env.AsOf, false
}

// closed tells a period that was over when the earlier submission was made.
func closed(p *lint.Pass, period *schema.Period) bool {
	if period == nil || !period.End.OK {
		return false
	}
	day, _ := submitted(p)
	return period.End.Parsed.Before(day)
}

// onThatDay says when a period had closed, for messages.
func onThatDay(p *lint.Pass) string {
	day, known := submitted(p)
	if known {
		return "before the earlier submission of " + day.String()
	}
	return "by " + day.String()
}
