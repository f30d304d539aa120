package values

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Cumulative reports whether the title or description of an indicator calls it so.
func Cumulative(i *schema.Indicator) bool {
	return cumulative(describe.Text(i.Title)) || cumulative(describe.Text(i.Description))
}

// cumulative reports whether a text calls a figure cumulative, cumulé or acumulado,
// but not non-cumulative.
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
