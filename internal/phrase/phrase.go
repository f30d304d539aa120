// Package phrase puts words together for messages.
package phrase

import "strings"

// List joins items as a sentence does: a, b and c.
func List(items []string, conjunction string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + conjunction + " " + items[last]
}
