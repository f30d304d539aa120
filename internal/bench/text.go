package bench

import (
	"bufio"
	"fmt"
)

// writeText writes an activity as portal text.
func writeText(w *bufio.Writer, a *Activity) {
	fmt.Fprintf(w, "outcome %s\n%s\n%s\n", a.Identifier, a.Title, a.Description)
	for _, r := range a.Results {
		fmt.Fprintf(w, "%s\n", r.Description)
	}
}
