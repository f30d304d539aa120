package values

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Cumulative tells indicators whose title or description calls them so.
func Cumulative(i *schema.Indicator) bool {
	return cumulative(Text(i.Title)) || cumulative(Text(i.Description))
}

// cumulative tells a text that calls a figure so: cumulative, cumulé, acumulado;
// not non-cumulative, and not where a rest says otherwise.
func cumulative(text string) bool {
	if !strings.Contains(text, "umul") && !strings.Contains(text, "UMUL") {
		return false
	}
	text = strings.ToLower(text)
	for _, word := range []string{"cumulati", "cumulé", "cumulat", "acumula", "cumulad"} {
		if at := strings.Index(text, word); at >= 0 {
			before := strings.TrimRight(text[:at], " -")
			return !strings.HasSuffix(before, "non") && !strings.HasSuffix(before, "not") && !strings.HasSuffix(before, "no") &&
				!strings.HasSuffix(before, "não") && !strings.HasSuffix(before, "ac")
		}
	}
	return false
}
