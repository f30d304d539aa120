package identifier

import "testing"

// Only what carries nothing is taken out of an identifier without asking.
func TestKindsOfSlips(t *testing.T) {
	for id, want := range map[string]slipKind{
		" AA-1":        edge,
		"AA-1\n":       edge,
		"AA\u200b-1":   invisible,
		"AA-1\u200e":   invisible,
		"AA-1\u200b2":  separating,
		"AA-1\u00ad2":  separating,
		"AA-1\u007f":   separating,
		"AA\u0093-1":   separating,
		"AA\u00961":    lookalike,
		"AA\u20131":    lookalike,
		"AA-1/2":       forbidden,
		"AA-1\u00a0_2": lookalike,
	} {
		if got := slips(id); len(got) != 1 || got[0].kind != want {
			t.Errorf("%q: %+v, want one of kind %d", id, got, want)
		}
	}
}
