package history

import (
	"fmt"
	"strings"
	"time"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TimestampNotAdvanced reports entries that changed and don't say so.
var TimestampNotAdvanced = &lint.Rule{
	ID:       "history/timestamp-not-advanced",
	Title:    "the content changed, but last-updated-datetime did not advance",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Readers that keep a copy ask for what was updated since, by last-updated-datetime. A
change under the old date never reaches them.

Give the day and time of the change. An entry that was only put in another order,
indented or exported again has not changed.`,
	Check: lint.Pair(timestampNotAdvanced),
}

func timestampNotAdvanced(p *lint.Pass, before, after *schema.Entry) {
	if before == nil || after == nil || p.Match.Same || !before.LastUpdated.OK || !after.LastUpdated.OK {
		return
	}
	old, current := before.LastUpdated, after.LastUpdated
	if isLater(old, current) {
		return
	}
	message := fmt.Sprintf("the content changed, but last-updated-datetime is still %s", trimmed(current.Text))
	if trimmed(old.Text) != trimmed(current.Text) {
		message = fmt.Sprintf("the content changed, but last-updated-datetime went from %s back to %s", trimmed(old.Text), trimmed(current.Text))
	}
	report(p, lint.Violation{
		At:      current.At,
		Message: message,
		Hint:    "give the day and time of the change",
	}, earlierValue{at: old.At, text: old.Value}, current.Value)
}

// isLater reports whether a moment is later than another; where one has no time of
// day, whether its day is.
func isLater(old, current schema.Field[schema.Date]) bool {
	b, ok1 := parseDateTime(old.Value)
	a, ok2 := parseDateTime(current.Value)
	if ok1 && ok2 {
		return a.After(b)
	}
	return current.Parsed.After(old.Parsed)
}

// parseDateTime parses an xsd:dateTime, with or without its zone.
func parseDateTime(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
