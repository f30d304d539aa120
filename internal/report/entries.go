package report

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/engine"
)

// entries writes the table of entries that --summary entries asks for.
func (t *textWriter) entries(entries []engine.EntrySummary) {
	if len(entries) == 0 {
		return
	}
	width := len("entry")
	for _, e := range entries {
		width = max(width, displayWidth(Visible(e.Identifier)))
	}
	fmt.Fprintln(t.out, t.bold.Sprint(pad("entry", width)+"  evidence  words  quantities  indicators  violations"))
	for _, e := range entries {
		fmt.Fprintf(t.out, "%s  %-8s  %5d  %10d  %10d  %10d\n",
			pad(Visible(e.Identifier), width), e.Evidence, e.Words, e.Quantities, e.Indicators, e.Violations)
	}
	fmt.Fprintln(t.out, t.dim.Sprint("evidence: A baseline, target and actual; B an actual; C a figure in the text; D none"))
	fmt.Fprintln(t.out)
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-displayWidth(s), 0))
}
