package text

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string // sentence, then its ending after a ~
	}{
		{"en", "Women voted. Girls learned.", []string{"Women voted.~.", "Girls learned.~."}},
		{"en", "Did they vote? Yes! They did", []string{"Did they vote?~?", "Yes!~!", "They did~none"}},
		{"en", "Tools, e.g. Hoes, were given.", []string{"Tools, e.g. Hoes, were given.~."}},
		{"en", "That is, i.e. now.", []string{"That is, i.e. now.~."}},
		{"en", "Dr. Traoré met Mr. Keita.", []string{"Dr. Traoré met Mr. Keita.~."}},
		{"en", "See No. 5 and Art. 3 of it.", []string{"See No. 5 and Art. 3 of it.~."}},
		{"en", "She said no. Then she left.", []string{"She said no.~.", "Then she left.~."}},
		{"en", "It cost approx. 3.5 million. It paid.", []string{"It cost approx. 3.5 million.~.", "It paid.~."}},
		{"en", "The U.S. Embassy helped.", []string{"The U.S. Embassy helped.~."}},
		{"en", "It went to the U.S. The rest stayed.", []string{"It went to the U.S.~.", "The rest stayed.~."}},
		{"en", "On Feb. 12 they met.", []string{"On Feb. 12 they met.~."}},
		{"en", "J. K. Diallo spoke.", []string{"J. K. Diallo spoke.~."}},
		{"en", "Seeds, tools, etc. Then water came.", []string{"Seeds, tools, etc.~.", "Then water came.~."}},
		{"en", "Seeds, tools, etc. were given.", []string{"Seeds, tools, etc. were given.~."}},
		{"en", "It rose by 1.2 in 2023. The end.", []string{"It rose by 1.2 in 2023.~.", "The end.~."}},
		{"en", "1. Train judges\n2. Train police", []string{"Train judges~none", "Train police~none"}},
		{"en", "a) Train judges\nb) Train police", []string{"Train judges~none", "Train police~none"}},
		{"en", "- Train judges\n- train police", []string{"Train judges~none", "train police~none"}},
		{"en", "• Judges • Police", []string{"Judges~none", "Police~none"}},
		{"en", "He said “Go.” She went.", []string{"He said “Go.”~.", "She went.~."}},
		{"en", "(They met.) They left.", []string{"(They met.)~.", "They left.~."}},
		{"en", "They met (in Gao). They left.", []string{"They met (in Gao).~.", "They left.~."}},
		{"en", "They waited... Then it rained.", []string{"They waited...~…", "Then it rained.~."}},
		{"en", "They waited… and left.", []string{"They waited… and left.~."}},
		{"en", "Title of it\n\nA paragraph.", []string{"Title of it~none", "A paragraph.~."}},
		{"en", "A line that is\nwrapped softly.", []string{"A line that is\nwrapped softly.~."}},
		{"en", "A line\nAnother line", []string{"A line~none", "Another line~none"}},
		{"en", "Results:\n- one", []string{"Results:~:", "one~none"}},
		{"en", "Seeds;\nTools.", []string{"Seeds;~;", "Tools.~."}},
		{"en", "They learned.Girls read.", []string{"They learned.~.", "Girls read.~."}},
		{"en", "They learned. girls read.", []string{"They learned.~.", "girls read.~."}},
		{"en", "See www.x.org. It helps.", []string{"See www.x.org.~.", "It helps.~."}},
		{"en", "“Why?” she asked.", []string{"“Why?” she asked.~."}},
		{"en", "Code MLX_D_1.1 is new.", []string{"Code MLX_D_1.1 is new.~."}},
		{"en", "It ended at 5 p.m. They left.", []string{"It ended at 5 p.m.~.", "They left.~."}},
		{"fr", "M. Koné et Mme. Sy ont voté. Elle a parlé.", []string{"M. Koné et Mme. Sy ont voté.~.", "Elle a parlé.~."}},
		{"fr", "Les outils, p. ex. les houes, sont là.", []string{"Les outils, p. ex. les houes, sont là.~."}},
		{"fr", "Est-ce vrai ? Oui !", []string{"Est-ce vrai ?~?", "Oui !~!"}},
		{"fr", "« Elle vote. » Il parle.", []string{"« Elle vote. »~.", "Il parle.~."}},
		{"fr", "Trois buts : 1. les juges, 2. la police.", []string{"Trois buts : 1. les juges, 2. la police.~."}},
		{"es", "La Sra. Paz habló. ¿Votaron? Sí.", []string{"La Sra. Paz habló.~.", "¿Votaron?~?", "Sí.~."}},
		{"es", "El art. 5 y el núm. 3 rigen.", []string{"El art. 5 y el núm. 3 rigen.~."}},
		{"pt", "O Dr. Lima e a Sra. Sá falaram. Ela votou.", []string{"O Dr. Lima e a Sra. Sá falaram.~.", "Ela votou.~."}},
		{"", "Zij stemden. Zij leerden.", []string{"Zij stemden.~.", "Zij leerden.~."}},
		{"", "妇女投票。女孩学习。", []string{"妇女投票。~.", "女孩学习。~."}},
		{"", "", nil},
		{"en", "...", nil},
	} {
		var got []string
		for _, s := range Analyse(c.text, c.lang).Sentences() {
			got = append(got, s.Of(c.text)+"~"+s.End.String())
		}
		if g, w := strings.Join(got, " | "), strings.Join(c.want, " | "); g != w {
			t.Errorf("%s %q:\n got %s\nwant %s", c.lang, c.text, g, w)
		}
	}
	d := Analyse("women voted. Girls learned.\n- tools", "en")
	if s := d.Sentences(); !s[2].Listed {
		t.Errorf("%+v", s)
	}
}
