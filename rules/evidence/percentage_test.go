package evidence

import (
	"fmt"
	"testing"

	"github.com/iatilint/iatilint/internal/text"
)

// What is passed over without reading must be what reading finds nothing in.
func TestMayShareMissesNoShareOfPeople(t *testing.T) {
	found := 0
	for _, lang := range []string{"en", "fr", "es", "pt"} {
		for _, share := range []string{
			"45%", "45 %", "45.5 ‰", "45 per cent", "forty-five percent", "45 percentage points", "45 pct", "45 Per Cent", "45 PER CENT",
			"45 pour cent", "45 points de pourcentage", "45 p. cent", "quarante pour cent", "45 por ciento", "45 porciento", "45 puntos porcentuales",
			"45 por cien", "45 por cento", "45 pontos percentuais",
		} {
			for _, who := range []string{
				"women", "of women", "of the women", "of all the women", "of trained rural women", "des femmes", "de las mujeres jóvenes", "das mulheres",
				"of respondents", "de la población", "Participants", "of the 200 members", "of school-age children",
			} {
				s := fmt.Sprintf("In the end, %s %s took part.", share, who)
				doc := text.Analyse(s, lang)
				for _, q := range doc.Quantities() {
					if q.Kind != text.Percent || !ofPeople(doc, q) {
						continue
					}
					if found++; !mayShare(s) {
						t.Errorf("%s: %q has the share %q and is passed over", lang, s, q.Whole.Of(s))
					}
				}
			}
		}
	}
	if found < 200 {
		t.Errorf("only %d shares found", found)
	}
}
