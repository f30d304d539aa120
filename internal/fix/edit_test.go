package fix

import (
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// spliced makes edits in a text in the plainest way.
func spliced(s string, edits []edit) string {
	for _, e := range slices.Backward(edits) {
		s = s[:e.start] + e.text + s[e.end:]
	}
	return s
}

// randomEdits are edits in order of place that do not touch.
func randomEdits(r *rand.Rand, size int) []edit {
	var edits []edit
	at := 0
	for range r.IntN(5) {
		start := at + r.IntN(8)
		end := start + r.IntN(4)
		if end > size {
			break
		}
		text := []string{"", "x", "yy\n", "\n", "zz zz"}[r.IntN(5)]
		if start == end && text == "" {
			continue
		}
		edits = append(edits, edit{int64(start), int64(end), text})
		at = end + 1
	}
	return edits
}

func TestEditsComposed(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text := strings.Repeat("ab\ncd", 4)[:r.IntN(21)]
		first := randomEdits(r, len(text))
		once := spliced(text, first)
		second := randomEdits(r, len(once))
		want := spliced(once, second)
		both := compose(int64(len(text)), first, second)
		if got := spliced(text, both); got != want {
			t.Fatalf("%q: %v, then %v: composed as %v, which gives %q, want %q", text, first, second, both, got, want)
		}
		got, err := io.ReadAll(apply(strings.NewReader(text), int64(len(text)), both))
		if err != nil || string(got) != want {
			t.Fatalf("%q with %v reads as %q (%v), want %q", text, both, got, err, want)
		}
	}
}

func TestChosenFixesDoNotTouch(t *testing.T) {
	one := func(rule string, safe bool, edits ...edit) candidate {
		return candidate{rule: rule, safe: safe, edits: edits}
	}
	for name, c := range map[string]struct {
		offered []candidate
		want    string
	}{
		"in order of place":       {[]candidate{one("b", true, edit{9, 10, ""}), one("a", true, edit{1, 2, ""})}, "a b"},
		"the first of two":        {[]candidate{one("b", true, edit{3, 6, ""}), one("a", true, edit{1, 4, ""})}, "a"},
		"safe before unsafe":      {[]candidate{one("a", false, edit{1, 4, ""}), one("b", true, edit{3, 6, ""})}, "b"},
		"touching ones in turn":   {[]candidate{one("a", true, edit{1, 4, ""}), one("b", true, edit{4, 6, ""})}, "a"},
		"all edits of a fix":      {[]candidate{one("a", true, edit{4, 5, ""}), one("b", true, edit{1, 2, ""}, edit{5, 6, ""})}, "b"},
		"an insertion in another": {[]candidate{one("a", true, edit{1, 9, ""}), one("b", true, edit{5, 5, "x"})}, "a"},
		"the same twice":          {[]candidate{one("b", true, edit{1, 2, "x"}), one("a", true, edit{1, 2, "y"})}, "a"},
	} {
		var got []string
		for _, chosen := range choose(c.offered) {
			got = append(got, chosen.rule)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v are chosen, want %s", name, got, c.want)
		}
	}
}
