package text

import (
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Women's l’eau aujourd'hui girls’", "Women's l’eau aujourd'hui girls"},
		{"gender-responsive post- 10-15", "gender-responsive post 10-15"},
		{"1,200 3.5 1.200,50 1, 2.", "1,200 3.5 1.200,50 1 2"},
		{"U.S. e.g. end.Next 11.11.11", "U.S e.g end Next 11.11.11"},
		{"XM-DAC-41146-MLX_D_1.1 COVID-19", "XM-DAC-41146-MLX_D_1.1 COVID-19"},
		{"see https://x.org/a?b=1, (www.y.org) unx.org/en or jo.do@x.org.", "see https://x.org/a?b=1 www.y.org unx.org/en or jo.do@x.org"},
		{"n/a and/or R&D", "n a and or R D"},
		{"Ségou été e\u0301te\u0301 co\u00adop", "Ségou été e\u0301te\u0301 co\u00adop"},
		{"妇女 vote", "妇 女 vote"},
	} {
		var got []string
		for _, w := range Analyse(c.text, "en").Words() {
			got = append(got, w.Of(c.text))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.text, g, c.want)
		}
	}
}

func TestFlags(t *testing.T) {
	for w, want := range map[string]Flags{
		"women": Lower, "Women": Capitalised, "CSO": AllCaps, "CSOs": Mixed, "A": Capitalised, "Gender-Responsive": Capitalised | Hyphen,
		"1,200": Digit | Numeral, "COVID-19": AllCaps | Digit | Code | Hyphen, "été": Lower | NonASCII, "Été": Capitalised | NonASCII,
		"women's": Lower | Apostrophe, "10-15": Digit | Hyphen, "www.x.org": URL, "a@b.org": Email,
	} {
		d := Analyse(w, "en")
		if got := d.Words()[0].Flags &^ SentenceStart; got != want || len(d.Words()) != 1 {
			t.Errorf("%q: got %b, want %b", w, got, want)
		}
	}
}

// Every border of a word is one of Unicode's word segmentation, but for a full
// stop between longer words.
func TestWordsAgreeWithUnicode(t *testing.T) {
	for _, s := range []string{
		"Women's groups in Ségou, Kayes and Koulikoro won 1,200.50 seats; l’eau, e.g. 12–15 d’élues (U.S.A) — naïve co-op’s «été»!",
		"Las mujeres ¿votaron? São Tomé, ação nº 5; 3.000 crianças's",
		"妇女 и дети, αβγ 4x4 a_b x1y2 100% #3",
	} {
		borders := map[int]bool{0: true}
		tokens := words.FromString(s)
		at := 0
		for tokens.Next() {
			at += len(tokens.Value())
			borders[at] = true
		}
		for _, w := range Analyse(s, "").Words() {
			if !borders[w.Start] || !borders[w.End] {
				t.Errorf("%q in %q is not between borders", w.Of(s), s)
			}
		}
	}
}
