package text

import (
	"fmt"
	"strings"
	"testing"
)

// say writes a number as "kind value[-high] unit".
func say(n Number) string {
	s := n.Kind.String()
	if n.Kind.Quantity() {
		s += fmt.Sprintf(" %.6g", n.Value)
		if n.Range {
			s += fmt.Sprintf("-%.6g", n.High)
		}
		if n.Unit != "" {
			s += " " + n.Unit
		}
		switch n.Bound {
		case AtLeast:
			s += " (at least)"
		case MoreThan:
			s += " (more)"
		case AtMost:
			s += " (at most)"
		case LessThan:
			s += " (less)"
		case About:
			s += " (about)"
		}
	}
	return s
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// Counts.
		{"en", "In all, 42 women councillors took the oath.", "count 42 women councillors"},
		{"en", "Some 1,200 farmers were reached.", "count 1200 farmers (about)"},
		{"en", "forty-two magistrates sat in Gao", "count 42 magistrates"},
		{"en", "One hundred and twenty teachers came", "count 120 teachers"},
		{"en", "three hundred girls stayed at school", "count 300 girls"},
		{"en", "a thousand seedlings", "count 1000 seedlings"},
		{"en", "2.5 million people had safe water", "count 2.5e+06 people"},
		{"en", "more than 100 midwives", "count 100 midwives (more)"},
		{"en", "over 1,000 radios", "count 1000 radios (more)"},
		{"en", "at least 30 laws", "count 30 laws (at least)"},
		{"en", "up to 15 clinics", "count 15 clinics (at most)"},
		{"en", "fewer than 9 clinics", "count 9 clinics (less)"},
		{"en", "as many as 40 schools", "count 40 schools (at most)"},
		{"en", "0 cases were left", "count 0 cases"},
		{"en", "10-15 schools", "count 10-15 schools"},
		{"en", "between 10 and 15 schools", "count 10-15 schools"},
		{"en", "10 to 15 schools", "count 10-15 schools"},
		{"en", "in (13) communities", "count 13 communities"},
		{"en", "One law was adopted.", "count 1 law"},
		{"en", "60 of the participants", "count 60 participants"},
		{"en", "7,660 recovered", "count 7660"},
		{"en", "10.000 people", "count 10000 people"},
		{"en", "16.100 people", "count 16100 people"},
		{"en", "2000 women were trained", "count 2000 women"},
		{"en", "more than 2000 books", "count 2000 books (more)"},
		{"en", "five provinces and 3 districts", "count 5 provinces; count 3 districts"},
		{"en", "100 women trained", "count 100 women"},
		{"fr", "1 200 familles déplacées ont reçu des vivres", "count 1200 familles déplacées"},
		{"fr", "12\u00a0500 élèves", "count 12500 élèves"},
		{"fr", "1\u202f200 familles", "count 1200 familles"},
		{"fr", "1.200 familles", "count 1200 familles"},
		{"fr", "trois centaines de femmes", "count 300 femmes"},
		{"fr", "quatre-vingt-dix juges", "count 90 juges"},
		{"fr", "deux cents agents", "count 200 agents"},
		{"fr", "plus de 300 élues", "count 300 élues (more)"},
		{"fr", "une centaine de femmes", "count 100 femmes"},
		{"es", "treinta y dos alcaldesas", "count 32 alcaldesas"},
		{"es", "1.200 mujeres participaron", "count 1200 mujeres"},
		{"es", "al menos 50 talleres", "count 50 talleres (at least)"},
		{"es", "dos mil personas", "count 2000 personas"},
		{"pt", "vinte e três escolas", "count 23 escolas"},
		{"pt", "cerca de 300 meninas", "count 300 meninas (about)"},
		{"pt", "duas mil mulheres", "count 2000 mulheres"},
		{"nl", "72 documenten", "count 72 documenten"},
		// Money, percentages, fractions.
		{"en", "USD 1.2 million was spent", "money 1.2e+06"},
		{"en", "€3.5m went to schools", "money 3.5e+06"},
		{"en", "US$ 500", "money 500"},
		{"en", "300 dollars", "money 300"},
		{"fr", "5 millions de dollars", "money 5e+06"},
		{"fr", "2 000 FCFA", "money 2000"},
		{"en", "65 per cent of households", "percent 65 households"},
		{"en", "65 % of girls", "percent 65 girls"},
		{"en", "from 20 to 45 per cent", "percent 20-45"},
		{"en", "20%-30% of wells", "percent 20-30 wells"},
		{"fr", "65\u00a0% des femmes", "percent 65 femmes"},
		{"es", "el 40 por ciento de los municipios", "percent 40 municipios"},
		{"en", "two thirds of the seats", "fraction 0.666667 seats"},
		{"en", "half of the villages", "fraction 0.5 villages"},
		{"en", "a third of voters", "fraction 0.333333 voters"},
		{"fr", "la moitié des communes", "fraction 0.5 communes"},
		{"es", "dos tercios de las mujeres", "fraction 0.666667 mujeres"},
		{"en", "3 out of 10 judges", "fraction 0.3 judges"},
		// No quantities.
		{"en", "Elections in 2019 and in 2023", "year; year"},
		{"en", "the 2020-2025 plan", "year"},
		{"en", "from 2020 to 2025", "year"},
		{"en", "2018–2021", "year"},
		{"en", "FY21 and Q3", "year; year"},
		{"en", "mid-2023", "year"},
		{"en", "the 2019 elections", "year"},
		{"en", "Held from March 3rd to 12th, 2022.", "date"},
		{"en", "on 20 and 21 May 2021", "date"},
		{"en", "1st of June 2018", "date"},
		{"en", "June 2018", "date"},
		{"fr", "le 12 mars 2021", "date"},
		{"fr", "du 3 au 5 mai 2021", "date"},
		{"fr", "le 1er janvier", "date"},
		{"es", "el 12 de marzo de 2021", "date"},
		{"pt", "em 5 de maio", "date"},
		{"", "12/03/2021 2021-03-12 12.03.2021", "date; date; date"},
		{"en", "le 19 mars 2020", "date"},
		{"en", "the 1st semester, the third round", "ordinal; ordinal"},
		{"fr", "la 2ème phase", "ordinal"},
		{"es", "el tercer informe", "ordinal"},
		{"en", "XX-YYY-77777-ABC_D_1.1 and ABC_D_1.2", "identifier; identifier"},
		{"en", "COVID-19 in G5 Sahel", "identifier; identifier"},
		{"en", "Article 14, resolution 1325 and UNSCR 1325", "reference; reference; reference"},
		{"en", "SDG 5, target 5.2, phase 2, Outcome 3.3", "reference; reference; reference; reference"},
		{"en", "articles 14, 15 and 16", "reference; reference; count 16"},
		{"fr", "ODD 5, loi n° 2015-052", "reference; reference"},
		{"en", "version 2.03, Beijing+25, Agenda 2030", "reference; reference; year"},
		{"en", "UN-SWAP 2.0.", "reference"},
		{"en", "a 26-month project over three years and two days", "duration; duration; duration"},
		{"en", "women aged 15-24", "age"},
		{"en", "women of 18 years", "age"},
		{"en", "between the ages of 15 and 24", "age"},
		{"en", "a 5-year-old", "age"},
		{"fr", "femmes de 15 à 24 ans", "age"},
		{"en", "children under 5.", "age"},
		{"en", "call +223 20 22 33 44", "phone"},
		{"en", "at 14:30", "time; time"},
		{"en", "1. Train judges\n2. Train police", "list number; list number"},
		{"en", "(2) the second", "list number; ordinal"},
		{"en", "at 12.63921, -8.00289", "coordinate; coordinate"},
		{"en", "account 1234567890", "identifier"},
		{"en", "one of the judges; one another; on the one hand", "pronoun; pronoun; pronoun"},
		{"fr", "un des juges, une femme", "pronoun; pronoun"},
		{"es", "uno de los jueces", "pronoun"},
		{"en", "zero tolerance, a five-member panel", "modifier; modifier"},
		{"en", "it was harder to control.1 The second", "reference; ordinal"},
		{"en", "see https://x.org/12/3 or a7@b.org", ""},
		{"en", "dozens of women, several hundred girls", ""},
		// Digits of every script, with and without spaces.
		{"ar", "في ١٤ قرية و٣٨٬٤٠٠ شخص و٦٥٪ من النساء", "count 14 قرية; count 38400 شخص; percent 65 من"},
		{"fa", "۲۱۲ چاه در سال ۱۴۰۲", "count 212 چاه; year"},
		{"bn", "১৪টি জেলা, ৩৮,৪০০ মানুষ", "count 14 টি; count 38400 মানুষ"},
		{"hi", "१,२०,००० महिलाएं, सन् २०८०", "count 120000 महिलाएं; year"},
		{"my", "ရေတွင်း ၂၁၂ တွင်း", "count 212 တွင်း"},
		{"km", "អណ្តូង២១២ដែល", "count 212 ដែល"},
		{"th", "มีผู้หญิง๓๕๐คน ในปี๒๕๖๖ มาตรา ๑๔", "count 350 คน; year; reference"},
		{"lo", "ແມ່ຍິງ ໓໕໐ ຄົນ", "count 350 ຄົນ"},
		{"zh", "管理212口水井，2023年38400人，3月8日，第14条，65%", "count 212 口; year; count 38400 人; date; date; ordinal; percent 65"},
		{"ja", "１２０人が参加", "count 120 人"},
		{"ko", "350명의 여성, 2023년", "count 350 명의; year"},
		{"he", "ב-14 כפרים", "count 14 כפרים"},
		{"am", "በ14 ወረዳዎች", "count 14 ወረዳዎች"},
		{"en", "١٤ districts and ３５０ girls", "count 14 districts; count 350 girls"},
		{"ar", "المادة ١٤ والقرار ١٣٢٥ في ١٢ مارس ٢٠٢١ عند ١٠:٣٠", "reference; reference; date; time; time"},
		{"ar", "١. تدريب\n٢. توزيع", "list number; list number"},
		{"", "G5 COVID19 A४ 第5回", "identifier; identifier; identifier; ordinal"},
		{"en", "12,50,000 girls; 12,13,14", "count 1.25e+06 girls; reference"},
		// In words of further languages, whose worth is not known.
		{"ar", "في أربع عشرة قرية، وثمانية وثلاثون ألف شخص", "count NaN قرية; count NaN شخص"},
		{"sw", "visima mia mbili na kumi na viwili.", "count NaN visima"},
		{"sw", "watu zaidi ya elfu thelathini", "count NaN ya"},
		{"de", "zweihundertzwölf Brunnen in vierzehn Bezirken", "count NaN brunnen; count NaN bezirken"},
		{"de", "Die Achtung wuchs, undenkbar für einen Teil am 3. Januar.", "count 3"},
		{"nl", "achtendertigduizend mensen", "count NaN mensen"},
		{"it", "duecentododici pozzi il 5 marzo 2021", "count NaN pozzi; date"},
		{"id", "dua ratus lima puluh perempuan, pasal 14", "count NaN perempuan; reference"},
		{"ru", "двести колодцев, 38 тысяч человек, статья 14", "count NaN колодцев; count 38000 человек; reference"},
		{"zh", "三百五十名妇女，五名教师，百分之六十五", "count NaN 名; count NaN 名; percent NaN"},
		{"zh", "第三条，十分重要，万一，三月，一起，二十世纪", "ordinal; date; date"},
		{"th", "ผู้ชายสามร้อยห้าสิบคน", "count NaN คน"},
		{"th", "ความสัมพันธ์", ""},
		{"", "Forty women came", "count NaN women"},
		{"", "Women voted on 12 March 2021", "date"},
	} {
		var got []string
		for _, n := range Analyse(c.text, c.lang).Numbers() {
			got = append(got, say(n))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s %q:\n got %s\nwant %s", c.lang, c.text, g, c.want)
		}
	}
}

func TestEvidence(t *testing.T) {
	count := func(lang, s string) int {
		n := 0
		for _, q := range Analyse(s, lang).Quantities() {
			if q.Evidence() {
				n++
			}
		}
		return n
	}
	if n := count("en", "With 35 women mayors now able to plan budgets and 60 clerks from Mopti, the training of March 3rd to 9th, 2022 in the first semester went well. USD 500 was spent."); n != 2 {
		t.Errorf("got %d quantities, want 2", n)
	}
	if n := count("en", "The move of activities from 2021 to 2022, under SDG 5 and resolution 1325, in phase 2 of a 26-month project, was noted in one of the reports."); n != 0 {
		t.Errorf("got %d quantities, want none", n)
	}
}

func TestVague(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Many women voted.", "many"},
		{"en", "Several laws and a number of decrees", "several; a number of"},
		{"en", "numerous clinics, various ministries", "numerous"}, // various is about kinds
		{"en", "Dozens of women and thousands of girls", "dozens; thousands"},
		{"en", "as many as 40 women", ""},
		{"en", "how many women", ""},
		{"en", "many-sided talks", ""},
		{"en", "several hundred girls", ""},
		{"en", "the number of women", ""},
		{"en", "so many of them", ""},
		{"en", "most of the wells", "most of"},
		{"fr", "Plusieurs lois et de nombreux décrets", "plusieurs; de nombreux"},
		{"fr", "un certain nombre d’élues", "un certain nombre d'"},
		{"fr", "quelques 40 femmes", ""},
		{"es", "Varios talleres y numerosas reuniones, diversos actores", "varios; numerosas; diversos"},
		{"pt", "vários cursos e muitas mulheres", "vários; muitas"},
		{"", "many women", ""},
	} {
		var got []string
		for _, v := range Analyse(c.text, c.lang).Vague() {
			got = append(got, v.Phrase)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, g, c.want)
		}
	}
}
