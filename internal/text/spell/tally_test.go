package spell

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const submission = "esthetics training and estetics kits organised organized organised jirgas jirgas jirgas jirgas jirgsa " +
	"colour Organised MLI women woman analyses analysis trained trainer"

func TestInconsistent(t *testing.T) {
	words := strings.Fields(submission)
	c := checker(t, "en")
	var whole Tally
	for i, w := range words {
		whole.Add(w, Place(i))
	}
	got := c.Inconsistent(&whole)
	want := []Pair{
		{Kind: Slip, Rare: Counted{"estetics", 1, []Place{3}}, Usual: Counted{"esthetics", 1, []Place{0}}, Misspelt: true},
		{Kind: Slip, Rare: Counted{"jirgsa", 1, []Place{12}}, Usual: Counted{"jirgas", 4, []Place{8, 9, 10, 11}}, Misspelt: true},
		{Kind: Dialect, Rare: Counted{"organized", 1, []Place{6}}, Usual: Counted{"organised", 2, []Place{5, 7}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Inconsistent (-want +got):\n%s", diff)
	}
}

// In whatever order the words are added, the outcome is the same.
func TestTallyOrder(t *testing.T) {
	words := strings.Fields(strings.Repeat(submission+" ", 20))
	c := checker(t, "en")
	var whole Tally
	for i, w := range words {
		whole.Add(w, Place(i))
	}
	want := c.Inconsistent(&whole)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		var shuffled Tally
		for _, i := range random.Perm(len(words)) {
			shuffled.Add(words[i], Place(i))
		}
		if diff := cmp.Diff(want, c.Inconsistent(&shuffled)); diff != "" {
			t.Fatalf("shuffled (-want +got):\n%s", diff)
		}
	}
}

func TestOneSlip(t *testing.T) {
	tests := []struct {
		a, b       string
		head, tail int
		ok         bool
	}{
		{"estetics", "esthetics", 3, 5, true},
		{"impcat", "impact", 3, 1, true},
		{"trained", "trainer", 6, 0, true},
		{"evaluacion", "evaluación", 8, 1, true},
		{"same", "same", 4, 0, false},
		{"women", "workers", 2, 0, false},
	}
	for _, tt := range tests {
		head, tail, ok := oneSlip(tt.a, tt.b)
		if ok != tt.ok || ok && (head != tt.head || tail != tt.tail) {
			t.Errorf("oneSlip(%s, %s) = %d, %d, %v", tt.a, tt.b, head, tail, ok)
		}
	}
}
