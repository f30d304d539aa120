// Package phrase formats parts of messages.
package phrase

import (
	"strconv"
	"strings"
)

// List joins items as a sentence does: a, b and c.
func List(items []string, conjunction string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + conjunction + " " + items[last]
}

// Collapse returns a text with single spaces between its words and none around it.
func Collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// Shorten returns the beginning of a collapsed text: all of it, or as many code
// points as are given and an ellipsis.
func Shorten(s string, most int) string {
	runes := []rune(Collapse(s))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}

// Thousands returns a count with commas between its groups of digits: 12,345.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
