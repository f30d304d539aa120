package excerpt

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNarrow(t *testing.T) {
	long := strings.Repeat("é", 300) + "[here]" + strings.Repeat("ü", 300)
	from := strings.Index(long, "[")
	for _, width := range []int{10, 40, 80, 5000} {
		got := Snippet{long, from, from + 6}.Narrow(width)
		if !utf8.ValidString(got.Text) || !strings.HasPrefix(got.Text[got.From:], "[here]"[:got.To-got.From]) {
			t.Errorf("width %d: %q, %d to %d", width, got.Text, got.From, got.To)
		}
		if n := utf8.RuneCountInString(got.Text); width < 600 && n > width+2 {
			t.Errorf("width %d: %d code points", width, n)
		}
	}
	if got := (Snippet{"short", 0, 5}).Narrow(80); got.Text != "short" {
		t.Errorf("a short line became %q", got.Text)
	}
}
