package values

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Quantitative reports whether the values of an indicator are to be numbers: by its
// measure or, where it has none, as a table without a column for it, by the others.
func Quantitative(i *schema.Indicator) bool {
	if i.Quantitative() || i.Measure.Present() {
		return i.Quantitative()
	}
	numbers, others := 0, 0
	for m := range All(i) {
		switch {
		case m.Value.OK:
			numbers++
		case strings.TrimSpace(m.Value.Value) != "":
			others++
		}
	}
	return numbers > 1 && numbers > others
}
