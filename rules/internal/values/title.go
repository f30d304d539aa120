package values

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Counting returns what is behind the beginning of a title that counts: "people
// trained" of "Number of people trained".
func Counting(i *schema.Indicator) (counted string, ok bool) {
	title := strings.TrimLeftFunc(strings.ToLower(describe.Text(i.Title)), func(r rune) bool { return !unicode.IsLetter(r) && r != '#' })
	for _, opening := range openings {
		if counted, ok = strings.CutPrefix(title, opening); ok {
			return counted, true
		}
	}
	return "", false
}

// openings are the beginnings of titles that count.
var openings = []string{
	"number of ", "total number of ", "cumulative number of ", "no. of ", "no of ", "nr of ", "# of ", "# ", "count of ",
	"nombre de ", "nombre total de ", "nombre d'", "nombre d’", "nbre de ", "nb de ", "nb. de ", "effectif de ",
	"número de ", "numero de ", "número total de ", "nº de ", "n° de ", "n.º de ", "cantidad de ", "quantidade de ",
	"numero di ", "anzahl ", "zahl der ", "aantal ", "antal ", "antall ", "liczba ", "broj ", "numărul de ", "jumlah ", "idadi ya ", "tirada ",
	"число ", "количество ", "кількість ", "عدد ", "تعداد ", "संख्या ",
}

// Average reports whether the title of an indicator calls its figures averages, rates,
// scores, prices or shares: they don't add up to a total. What "Number of" begins is a
// count, also of people with a higher income.
func Average(i *schema.Indicator) bool {
	title := strings.ToLower(describe.Text(i.Title))
	if means.MatchProse(i.Title) || slices.ContainsFunc(meanPhrases, func(phrase string) bool { return strings.Contains(title, phrase) }) {
		return true
	}
	_, counts := Counting(i)
	return !counts && averages.MatchProse(i.Title)
}

// means are words for what is no sum, whatever is counted.
var means = NewPrefixes([]string{
	"average", "averaged ", "mean ", "median", "moyen ", "moyenne ", "moyennes ", "médian", "promedio", "mediana", "média ", "médias ",
	"durchschnitt", "gemiddeld", "mediaan", "wastani ", "متوسط", "средн", "ortalama", "rata-rata", "medelv", "gjennomsnitt", "gennemsnit", "średni", "平均",
})

// meanPhrases are such words that mean something else alone: media professionals,
// medio ambiente.
var meanPhrases = []string{"media de ", "media del ", "media dei ", "media di ", "número medio", "número médio", "numero medio", "tiempo medio", "tempo medio", "tempo médio", "edad media", "età media", "valor medio"}

// averages are words for what is no sum, where the title doesn't begin with a count.
var averages = NewPrefixes([]string{
	"rate ", "rates ", "ratio", "index", "indices ", "score", "price", "wage", "salar", "income ", "incomes ", "earnings ", "cost ", "costs ", "percent", "pct ", "proportion", "share ", "shares ",
	"prevalence", "incidence", "yield", "productivity", "density", "temperature", "rating", "rank", "expectancy", "probability", "duration", "minutes ", "hours ", "distance", "weight ", "height ", "age ", "growth ", "per ",
}, []string{
	"taux", "indice", "note ", "notes ", "prix ", "salaire", "revenu ", "revenus ", "coût", "pourcentage", "part ", "parts ", "rendement", "densité", "température", "durée", "heures ", "prévalence", "âge ",
	"tasa", "índice", "puntaje", "puntuación", "precio", "salario", "sueldo", "ingreso ", "ingresos ", "costo ", "costos ", "coste ", "porcentaje", "proporción", "razón", "cuota", "rendimiento", "densidad", "duración", "horas ", "minutos ", "prevalencia", "edad ",
	"taxa", "pontuação", "preço", "salári", "renda ", "rendimento", "custo ", "custos ", "percentagem", "porcentagem", "proporção", "razão", "densidade", "duração", "prevalência", "idade ",
}, []string{
	"rate ", "quote ", "preis", "lohn", "löhne", "gehalt", "einkommen", "anteil", "prozent", "punktzahl", "dauer ", "kosten ", "percentage", "aandeel", "prijs", "loon ", "inkomen", "duur ",
	"tasso", "punteggio", "prezzo", "quota", "percentuale", "asilimia", "kiwango", "bei ", "mshahara", "معدل", "نسبة", "مؤشر", "سعر", "أجر", "الأجر", "индекс", "доля", "процент", "коэффициент", "цена", "зарплат", "tingkat", "harga", "persen", "upah",
})
