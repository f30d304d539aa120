package identifier

import (
	"slices"
	"testing"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
)

// The txtar test runs without a scheme, which numbers are compared by.
func TestNumberOfAnotherDepth(t *testing.T) {
	var got []string
	p := &lint.Pass{
		Rule: &lint.Rule{ID: "identifier/inconsistent-style"},
		Host: &finding.Resolver{
			Index:   finding.NewIndex(nil),
			Deliver: func(f *finding.Finding) { got = append(got, f.Message) },
		},
	}
	inconsistent(p, slices.Values([]styleFact{
		{ID: "KEN_D_1.1", Kind: "outcome D", Depth: "2"},
		{ID: "KEN_D_1.2", Kind: "outcome D", Depth: "2"},
		{ID: "KEN_D_2.1", Kind: "outcome D", Depth: "2"},
		{ID: "KEN_D_3", Kind: "outcome D", Depth: "1"},
		{ID: "KEN_O_2", Kind: "outcome O", Depth: "1"},
		{ID: "2021-KEN"},
	}))
	if len(got) != 1 || got[0] != `the number in "KEN_D_3" has another depth than that of 3 others of its kind, such as "KEN_D_1.1"` {
		t.Errorf("reported %q", got)
	}
}

func TestStyleOf(t *testing.T) {
	for id, want := range map[string]string{
		"-KEN_D_1.1":  "-A_A_0.0",
		"-KENYA_D_12": "-A_A_0",
		"-ken-D1":     "-a-A0",
	} {
		if _, style := styleOf(id); style != want {
			t.Errorf("styleOf(%q) = %q, want %q", id, style, want)
		}
	}
}
