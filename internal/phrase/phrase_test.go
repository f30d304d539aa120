package phrase_test

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/phrase"
)

func TestList(t *testing.T) {
	for items, want := range map[string]string{"": "", "a": "a", "a b": "a or b", "a b c": "a, b or c"} {
		if got := phrase.List(strings.Fields(items), "or"); got != want {
			t.Errorf("%q: got %q, want %q", items, got, want)
		}
	}
}
