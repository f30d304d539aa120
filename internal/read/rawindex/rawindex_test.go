package rawindex_test

import (
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/read/rawindex"
	"github.com/iatilint/iatilint/schema"
)

// doubled reads a text in which each byte stands twice, and counts them.
func doubled(steps *int) func(raw string, n int) (taken, passed int) {
	return func(raw string, n int) (int, int) {
		passed := min(n, len(raw)/2)
		*steps += passed
		return 2 * passed, passed
	}
}

// The work for a place does not grow with the text.
func TestRawOffset(t *testing.T) {
	const looks = 1000
	for _, size := range []int{1 << 10, 1 << 20, 1 << 23} {
		s := &schema.Source{Text: "before" + strings.Repeat("xx", size)}
		text := schema.Text{At: schema.Range{Start: 6, End: int32(len(s.Text))}, Escaped: true}
		steps := 0
		span := rawindex.RawSpan(doubled(&steps))
		for i := range looks {
			n := size / looks * i
			if at, _ := span(s, text, n, n); at != 2*n {
				t.Fatalf("of %d bytes, byte %d stands at %d", size, n, at)
			}
		}
		if most := size + looks*16<<10; steps > most {
			t.Errorf("%d steps in %d bytes, want %d at most", steps, size, most)
		}
	}
}
