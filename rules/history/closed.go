package history

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// submissionDay returns the day of the earlier submission: that of the entry's last
// update, else the day to judge by, with known false.
func submissionDay(p *lint.Pass) (day schema.Date, known bool) {
	if p.Earlier.LastUpdated.OK {
		return p.Earlier.LastUpdated.Parsed, true
	}
	return p.Env.AsOf, false
}

// closed reports whether a period was over when the earlier submission was made.
func closed(p *lint.Pass, period *schema.Period) bool {
	if period == nil || !period.End.OK {
		return false
	}
	day, _ := submissionDay(p)
	return period.End.Parsed.Before(day)
}

// closedWhen returns the words for when a closed period had closed.
func closedWhen(p *lint.Pass) string {
	day, known := submissionDay(p)
	if known {
		return "before the earlier submission of " + day.String()
	}
	return "by " + day.String()
}
