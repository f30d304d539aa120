package cli

import (
	"bytes"
	"testing"

	"github.com/iatilint/iatilint/internal/bench"
)

// A submission with faults of every kind gives the same reports wherever what
// rules keep of its entries lies.
func TestFactsOnDisk(t *testing.T) {
	for _, format := range bench.Formats() {
		var text bytes.Buffer
		if err := bench.Write(&text, bench.Options{Format: format, Bytes: 1 << 18, Seed: 3, Faults: 0.3}); err != nil {
			t.Fatal(err)
		}
		sameWhereverFactsAre(t, "a."+format, text.Bytes())
		if format == "text" { // twice it is a submission, too: one in which everything has its like
			sameWhereverFactsAre(t, "a.text", bytes.Repeat(text.Bytes(), 2))
		}
	}
}
