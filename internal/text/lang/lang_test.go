package lang

import "testing"

var detector = NewDetector(true)

func TestDetect(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"English", "The project trained forty midwives in the northern districts and helped their clinics to keep better records of births.", "en"},
		{"English, short", "Women have access to land", "en"},
		{"English with a French name", "The office worked with the Ministère de la Promotion de la Femme to draft the new law on inheritance.", "en"},
		{"French", "Les comités de gestion ont été formés à la tenue des comptes, et les femmes y occupent désormais la moitié des sièges.", "fr"},
		{"French, short", "Les filles vont à l'école", "fr"},
		{"French, a title", "Accès des femmes rurales aux services financiers", "fr"},
		{"Spanish", "Las cooperativas de mujeres recibieron asistencia técnica para que sus productos lleguen a los mercados de la capital.", "es"},
		{"Spanish, short", "Las mujeres tienen acceso a la tierra", "es"},
		{"Portuguese", "As associações de mulheres receberam formação para que os seus produtos cheguem aos mercados da capital.", "pt"},
		{"Portuguese, Brazil", "O projeto apoiou as equipes de saúde no registro dos casos e no planejamento das ações em cada município.", "pt"},
		{"Dutch", "De vrouwen in het dorp hebben een opleiding gevolgd en verkopen nu hun eigen producten op de markt in de stad.", ""},
		{"German", "Die Frauen im Dorf haben an einer Schulung teilgenommen und verkaufen jetzt ihre eigenen Erzeugnisse auf dem Markt.", ""},
		{"Italian", "Le donne del villaggio hanno seguito un corso di formazione e adesso vendono i loro prodotti al mercato della città.", ""},
		{"Swahili", "Wanawake wa kijiji walipata mafunzo na sasa wanauza bidhaa zao wenyewe katika soko la mji mkuu wa wilaya.", ""},
		{"Tok Pisin", "Ol meri long ples i bin kisim skul na nau ol i save salim ol samting bilong ol yet long maket bilong taun.", ""},
		{"Indonesian", "Para perempuan di desa telah mengikuti pelatihan dan sekarang menjual hasil kerja mereka sendiri di pasar kota.", ""},
		{"Turkish", "Köydeki kadınlar bir eğitime katıldılar ve şimdi kendi ürünlerini şehirdeki pazarda satıyorlar.", ""},
		{"Somali", "Haweenka tuulada ayaa helay tababar oo hadda waxay alaabtooda ku iibiyaan suuqa magaalada.", ""},
		{"Romanian", "Femeile din sat au urmat un curs de formare și acum își vând propriile produse la piața din oraș.", ""},
		{"Albanian", "Gratë e fshatit morën pjesë në një trajnim dhe tani i shesin vetë prodhimet e tyre në tregun e qytetit.", ""},
		{"Haitian Creole", "Fanm nan vilaj la te resevwa fòmasyon epi kounye a yo vann pwòp pwodwi yo nan mache lavil la.", ""},
		{"Arabic", "تلقت النساء في القرية تدريبا وهن الآن يبعن منتجاتهن في السوق.", ""},
		{"nothing", "", ""},
		{"figures", "12 / 2023 (45 %)", ""},
		{"acronyms", "UN WOMEN GRPB CNT", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := detector.Detect(tt.text)
			if got.Code != tt.want && (tt.want != "" || got.Confidence > 0.3) {
				t.Errorf("Detect(%q) = %+v, want %q", tt.text, got, tt.want)
			}
			t.Logf("%+v", got)
		})
	}
}

func BenchmarkDetect(b *testing.B) {
	const text = "The project trained forty midwives in the northern districts and helped their clinics to keep better records of births. "
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		detector.Detect(text)
	}
}

// Whatever the text, the outcome is one of the codes with a confidence from 0 to 1.
func FuzzDetect(f *testing.F) {
	f.Add("Les femmes du village")
	f.Add("\xff\u0301 12 ﬁ")
	f.Fuzz(func(t *testing.T, text string) {
		g := detector.Detect(text)
		if g.Confidence < 0 || g.Confidence > 1 || g.Code == "" && g.Confidence != 0 || g.Words < 0 {
			t.Errorf("Detect(%q) = %+v", text, g)
		}
		if g != NewDetector(false).Detect(text) {
			t.Errorf("Detect(%q) is another without a cache", text)
		}
	})
}
