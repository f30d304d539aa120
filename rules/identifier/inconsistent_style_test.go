package identifier

import (
	"slices"
	"testing"

	"github.com/iatilint/iatilint/rules/lint"
)

// The txtar test runs without a scheme, which numbers are compared by.
func TestNumberOfAnotherDepth(t *testing.T) {
	var got []string
	p := &lint.Pass{
		Rule:    &lint.Rule{ID: "identifier/inconsistent-style"},
		Deliver: func(v lint.Violation) { got = append(got, v.Message) },
	}
	inconsistent(p, slices.Values([]styled{
		{id: "KEN_D_1.1", kind: "outcome D", depth: "2"},
		{id: "KEN_D_1.2", kind: "outcome D", depth: "2"},
		{id: "KEN_D_2.1", kind: "outcome D", depth: "2"},
		{id: "KEN_D_3", kind: "outcome D", depth: "1"},
		{id: "KEN_O_2", kind: "outcome O", depth: "1"},
		{id: "2021-KEN"},
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
