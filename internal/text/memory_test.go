package text

import (
	"slices"
	"strings"
	"testing"
)

// What is remembered of a word is what would be found again.
func TestMemory(t *testing.T) {
	m := new(Memory)
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
			t.Errorf("%q: %d with a memory, %d without", s, with.ids, without.ids)
		}
		for i, w := range with.Words() {
			id, word := with.WordID(i), w.Of(s)
			if before, seen := ids[word]; seen && before != id && !w.Has(URL|Email) {
				t.Errorf("%q is %d here and %d before", word, id, before)
			}
			if ids[word] = id; id == 0 && w.Len() <= 16 && !w.Has(URL|Email|Digit) {
				t.Errorf("%q is not remembered", word)
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

// lettersOf is a word for each number.
func lettersOf(n int) string {
	word := "w"
	for ; n > 0; n /= 20 {
		word += string(rune('b' + n%20))
	}
	return word
}

// Words that come when the memory is full are looked up every time.
func TestFullMemory(t *testing.T) {
	m := new(Memory)
	var all strings.Builder
	for i := range 3 * mostWords {
		all.WriteString(lettersOf(i) + " ")
	}
	AnalyseWith(m, all.String(), "en").Markers()
	if m.known != mostWords {
		t.Errorf("%d words are remembered, want %d", m.known, mostWords)
	}
	d := AnalyseWith(m, "many girls", "en")
	if d.lexemes(); d.ids[0] != d.lex.find("many") || d.WordID(0) != 0 {
		t.Errorf("many is lexeme %d, number %d", d.ids[0], d.WordID(0))
	}
}
