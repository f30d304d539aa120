package lang

import (
	"strings"
	"testing"
)

// Each phrase is judged around the word in braces, by the language before it.
func TestStanding(t *testing.T) {
	for _, tt := range []struct {
		code, phrase string
		want         Standing
	}{
		{"en", "The project {recieved} funds from the ministry", Certain},
		{"en", "Improved {acces} to safe water", Certain},
		{"en", "Improved governance {mechansms} in Mali", Certain},
		{"en", "The office in Rio de Janeiro and that of La Paz {recieved} funds from the Banco de la Nación", Unsure},
		{"en", "Training of {midwifes} in the van der Berg clinic at Paarl and of nurses elsewhere", Certain},
		{"en", "women's and children's {accomodation}", Certain},
		{"en", "{recieved}", Unsure},
		{"en", "De vrouwen in het dorp hebben een {global} opleiding gevolgd", Foreign},
		{"en", "De organisatie is in 2018 begonnen met de {productie} van een school in Mali", Foreign},
		{"en", "De har {globala} tillgång till rent vatten", Foreign},
		{"en", "Målet är att kvinnor ska få {globala} möjligheter", Foreign},
		{"en", "Kvinnerne i landsbyen har fått {global} opplæring og selger nå egne varer", Foreign},
		{"en", "Die Frauen im Dorf haben an einer {Schulung} teilgenommen", Foreign},
		{"en", "Wanawake wa kijiji walipata {mafunzo} na sasa wanauza bidhaa zao", Foreign},
		{"en", "Para perempuan di desa telah mengikuti {program} pelatihan", Foreign},
		{"en", "Les femmes des communes rurales ont {developpe} leurs produits", Foreign},
		{"en", "Mujeres rurales con acceso a la {produccion} y los mercados", Foreign},
		{"en", "Mulheres rurais com acesso à {producao} e aos mercados", Foreign},
		{"en", "Fanm nan vilaj la te resevwa {fomasyon} epi kounye a yo vann", Foreign},
		{"en", "Abagore bo mu cyaro bahawe {amahugurwa} kandi ubu baragurisha", Foreign},
		{"en", "Haweenka tuulada ayaa helay {tababar} oo hadda waxay iibiyaan", Foreign},
		{"en", "Köydeki kadınlar bir {egitime} katıldılar ve ürünlerini satıyorlar", Foreign},
		{"en", "Ol meri long ples i bin kisim {skul} na nau ol i salim", Foreign},
		{"en", "تلقت النساء في القرية {training} تدريبا وهن الآن", Foreign},
		{"en", "женщины в селе {trainning} получили доступ к воде", Foreign},
		{"en", "महिलाओं को गाँव में {trainning} पानी मिला है", Foreign},
		{"fr", "Les femmes ont accès à la {formaton} et aux marchés", Certain},
		{"fr", "Accès des femmes rurales au {developement} économique", Certain},
		{"fr", "The women of the village have {access} to markets and to credit", Foreign},
		{"fr", "De vrouwen hebben {toegang} tot krediet en scholing gekregen", Foreign},
		{"es", "Las mujeres tienen acceso a la {formacion} y a los mercados", Certain},
		{"es", "As mulheres do município não têm acesso à {producao} nem aos mercados", Foreign},
		{"es", "Warmikuna ayllupi {yachay} chaypi hina kay huk", Foreign},
		{"es", "Les dones del poble han rebut {formacio} amb els seus productes", Foreign},
		{"pt", "As mulheres têm acesso à {formacao} e aos mercados", Certain},
		{"pt", "Las mujeres del pueblo recibieron {formación} y los productos llegan", Foreign},
	} {
		before, rest, _ := strings.Cut(tt.phrase, "{")
		_, after, _ := strings.Cut(rest, "}")
		if got := detector.Standing(tt.code, before, after); got != tt.want {
			t.Errorf("%s %q: standing %d, want %d", tt.code, tt.phrase, got, tt.want)
		}
	}
}

// The languages of the table fit the mask of a word.
func TestStopWords(t *testing.T) {
	content, err := data.ReadFile("data/stop.txt")
	if err != nil {
		t.Fatal(err)
	}
	languages := map[string]bool{}
	for line := range strings.Lines(string(content)) {
		code, words, _ := strings.Cut(line, " ")
		if code == "#" {
			continue
		}
		if languages[code] || len(code) < 2 || len(code) > 3 || len(strings.Fields(words)) < 10 {
			t.Errorf("the line of %q is not right", code)
		}
		languages[code] = true
	}
	if len(languages) < 50 || len(languages) > maxLanguages {
		t.Errorf("%d languages for %d bits", len(languages), maxLanguages)
	}
}

// Whatever the text, a phrase is judged, and the same without a cache.
func FuzzStanding(f *testing.F) {
	f.Add("en", "De vrouwen hebben ", " in het dorp")
	f.Add("fr", "l'", "\xff 12 ﬁ_x")
	f.Add("", "महिलाओं", "")
	f.Fuzz(func(t *testing.T, code, before, after string) {
		got := detector.Standing(code, before, after)
		if got > Foreign || got != NewDetector(false).Standing(code, before, after) {
			t.Errorf("%q %q in %s: %d", before, after, code, got)
		}
		if got == Certain && bitOf(code) == 0 {
			t.Errorf("%q %q is in %q for certain, which is not known", before, after, code)
		}
	})
}
