package text

import (
	"strings"
	"testing"
)

func TestNormal(t *testing.T) {
	if got := Analyse("In 2023, Women’s  groups won 1,200 seats!", "en").Normal(true); got != "in # women's groups won # seats" {
		t.Errorf("%q", got)
	}
	if got := Fold("(A) b-C!"); got != "abc" {
		t.Errorf("%q", got)
	}
}

func TestSimilarity(t *testing.T) {
	base := strings.Repeat("Rural women in the northern towns planned their own budgets and the council heard them out. ", 3) +
		"A further hundred clerks learned to read the accounts, and the mayor promised a second hearing before the rains."
	sign := func(s string) Signature { return Sign(Analyse(s, "en").Shingles(nil, 2, true)) }
	a, b, c := sign(base), sign(strings.Replace(base, "second", "third", 1)), sign("The mine was closed after the flood, and miners moved to other places to look for work in trade.")
	if s := a.Similarity(&b); s < 0.75 {
		t.Errorf("near duplicates: %v", s)
	}
	if s := a.Similarity(&c); s > 0.2 {
		t.Errorf("different texts: %v", s)
	}
	shared := 0
	ka, kb := a.Bands(), b.Bands()
	for i := range ka {
		if ka[i] == kb[i] {
			shared++
		}
	}
	if shared == 0 {
		t.Error("near duplicates share no band")
	}
	empty := Sign(nil)
	if empty.Similarity(&empty) != 0 {
		t.Error("the empty text is like nothing")
	}
	if j := Jaccard([]uint64{1, 2, 3}, []uint64{2, 3, 4}); j != 0.5 {
		t.Errorf("Jaccard %v", j)
	}
}

func TestTelling(t *testing.T) {
	for _, c := range []struct {
		a, b, lang string
		same       bool
	}{
		{"Women of the county are trained in law", "In law, the county women were trained", "en", true},
		{"By 2024, women are trained", "By 2026 women were trained", "en", true},
		{"Les femmes de la région", "femmes et région", "fr", true},
		{"the women and the men", "women, men", "", true},
		{"Number of women trained", "Number of men trained", "en", false},
	} {
		a, b := Analyse(c.a, c.lang).ContentWords(nil), Analyse(c.b, c.lang).ContentWords(nil)
		if same := Jaccard(a, b) == 1; same != c.same {
			t.Errorf("%q and %q: same is %v", c.a, c.b, same)
		}
	}
}
