package bench

import (
	"testing"
	"unicode/utf8"
)

// A text is broken off between two characters, or a big file could not be read
// past it.
func TestBreakOff(t *testing.T) {
	for text, want := range map[string]string{
		"":          "",
		"abc":       "ab",
		"é":         "", // its second third lies within it
		"ééé":       "éé",
		"aéé":       "aé",
		"abcdeé€ab": "abcdeé",
	} {
		if got := breakOff(text); got != want || !utf8.ValidString(got) {
			t.Errorf("breakOff(%q) = %q, want %q", text, got, want)
		}
	}
}
