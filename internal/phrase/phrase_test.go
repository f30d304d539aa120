package phrase_test

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/phrase"
)

func TestShorten(t *testing.T) {
	for s, want := range map[string]string{"": "", " a\n b ": "a b", "a bc": "a bc", "a bcd": "a bc…", "éàüñ ": "éàüñ", "éàüñç": "éàüñ…"} {
		if got := phrase.Shorten(s, 4); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 12345678: "12,345,678"} {
		if got := phrase.Thousands(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for items, want := range map[string]string{"": "", "a": "a", "a b": "a or b", "a b c": "a, b or c"} {
		if got := phrase.List(strings.Fields(items), "or"); got != want {
			t.Errorf("%q: got %q, want %q", items, got, want)
		}
	}
}
