package text

import (
	"slices"
	"strings"
	"testing"
)

// A word has one lexeme and one number, with and without an interner.
func TestInterner(t *testing.T) {
	m := new(Interner)
	ids := map[string]uint16{}
	for _, s := range []string{
		"The girls' schools of Mopti reopened; 1,200 girls came back to them. La suite : l’école, l'eau.",
		"the girls", "girls", "g", "Many many MANY internationalisation internationalisations of of",
		"write to many@example.org or see www.many.example/of, many of us did",
		"été Été e\u0301te\u0301 многие of",
	} {
		with, without := AnalyseWith(m, s, "en"), Analyse(s, "en")
		with.lexemes()
		without.lexemes()
		if !slices.Equal(with.ids, without.ids) {
			t.Errorf("%q: %d with an interner, %d without", s, with.ids, without.ids)
		}
		for i, w := range with.Words() {
			id, word := with.WordID(i), w.Of(s)
			if before, seen := ids[word]; seen && before != id && !w.Has(URL|Email) {
				t.Errorf("%q is %d here and %d before", word, id, before)
			}
			if ids[word] = id; id == 0 && w.Len() <= 16 && !w.Has(URL|Email|Digit) {
				t.Errorf("%q has no number", word)
			}
		}
	}
	words := map[uint16]string{}
	for word, id := range ids {
		if other, taken := words[id]; taken && id > 0 {
			t.Errorf("%q and %q are both %d", word, other, id)
		}
		words[id] = word
	}
}

// lettersOf returns a word for each number.
func lettersOf(n int) string {
	word := "w"
	for ; n > 0; n /= 20 {
		word += string(rune('b' + n%20))
	}
	return word
}

// A word that there is no room for is looked up every time.
func TestFullInterner(t *testing.T) {
	m := new(Interner)
	var all strings.Builder
	for i := range 3 * maxInterned {
		all.WriteString(lettersOf(i) + " ")
	}
	AnalyseWith(m, all.String(), "en").Markers()
	if m.count != maxInterned {
		t.Errorf("%d words are interned, want %d", m.count, maxInterned)
	}
	d := AnalyseWith(m, "many girls", "en")
	if d.lexemes(); d.ids[0] != d.lex.find("many") || d.WordID(0) != 0 {
		t.Errorf("many is lexeme %d, number %d", d.ids[0], d.WordID(0))
	}
}
