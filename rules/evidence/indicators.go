package evidence

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/values"
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
