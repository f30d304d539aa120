package phrase_test

import (
	"testing"

	"github.com/iatilint/iatilint/internal/phrase"
)

func TestOthers(t *testing.T) {
	for n, want := range map[int]string{
		-1: "", 0: "", 1: "; so it is with 1 other value of the indicator", 2: "; so it is with 2 other values of the indicator",
	} {
		if got := phrase.Others(n, "value", "the indicator"); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}
