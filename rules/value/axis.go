package value

import (
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// axis is what figures are split by.
type axis string

const (
	bySex        axis = "sex"
	byAge        axis = "age"
	byResidence  axis = "residence"
	byDisability axis = "disability"
	byLocation   axis = "location" // of the activity
)

// split is one category that a figure is of.
type split struct {
	axis  axis // of a dimension of another kind, such as district, its name
	value string
}

// splitsOf returns the categories of a figure, by axis. "Total" and "both sexes" are
// none.
func splitsOf(m *schema.Measurement) []split {
	var list []split
	for _, d := range m.Dimensions {
		value := describe.Fold(d.Value.Value)
		if value != "" && !slices.Contains(totals, value) {
			list = append(list, split{axisOf(describe.Fold(d.Category.Value), value), value})
		}
	}
	var refs []string
	for _, l := range m.Locations {
		refs = append(refs, describe.Fold(l.Ref.Value))
	}
	if len(refs) > 0 {
		list = append(list, split{byLocation, strings.Join(refs, " ")})
	}
	slices.SortFunc(list, func(a, b split) int { return strings.Compare(string(a.axis), string(b.axis)) })
	return list
}

// totals are values of dimensions that stand for the whole.
var totals = []string{
	"total", "all", "both", "both sexes", "all sexes", "all ages", "overall", "m/f", "f/m", "male and female", "male & female", "men and women", "women and men",
	"tous", "toutes", "ensemble", "les deux", "todos", "todas", "ambos", "ambos sexos", "general", "geral", "gesamt", "alle", "insgesamt", "totaal", "wote", "jumla", "المجموع", "الإجمالي", "المجموع الكلي", "всего", "итого",
}

// axisOf returns the axis of a dimension by its name, else by its value.
func axisOf(name, value string) axis {
	for _, known := range axes {
		if known.names.MatchText(name) {
			return known.axis
		}
	}
	switch {
	case sexOf(value) == female || sexOf(value) == male:
		return bySex
	case residenceOf(value) != "":
		return byResidence
	}
	return axis(name)
}

// axes are the beginnings of words in the names of dimensions.
var axes = []struct {
	axis  axis
	names *values.Prefixes
}{
	{byDisability, values.NewPrefixes([]string{"disab", "handicap", "discapac", "deficiên", "deficien", "behinder", "beperking", "ulemavu", "الإعاقة", "إعاقة", "инвалид"})},
	{bySex, values.NewPrefixes([]string{"sex", "gender", "genre", "género", "genero", "gênero", "geschlecht", "geslacht", "genere", "sesso", "jinsia", "الجنس", "جنس", "النوع", "пол "})},
	{byAge, values.NewPrefixes([]string{"age ", "ages ", "agegroup", "âge", "edad", "idade", "alter ", "altersgruppe", "leeftijd", "età", "umri", "rika", "العمر", "الفئة", "возраст"})},
	{byResidence, values.NewPrefixes([]string{"urban", "rural", "residence", "résidence", "residencia", "milieu"})},
}

// places are the beginnings of words in the names of dimensions by place.
var places = values.NewPrefixes([]string{
	"location", "place", "region", "district", "county", "counties", "province", "state ", "country", "municipal", "department", "village", "city", "governorate", "site ", "zone",
	"région", "lieu", "pays ", "commune", "département", "localité", "región", "lugar", "país", "municipio", "departamento", "provincia", "distrito", "região", "local ", "município", "estado",
	"ort ", "land ", "bezirk", "kreis", "provinz", "plaats", "regio", "gemeente", "mkoa", "wilaya", "kaunti", "محافظة", "المحافظة", "منطقة", "ولاية", "область", "район", "регион",
})

// residenceOf returns "urban" or "rural", "" for anything else.
func residenceOf(value string) string {
	for w := range strings.FieldsFuncSeq(value, notLetter) {
		switch w {
		case "peri", "semi", "péri":
			return ""
		case "urban", "urbain", "urbaine", "urbano", "urbana", "urbanos", "urbanas", "stadt", "städtisch", "stedelijk", "mjini", "حضر", "حضري":
			return "urban"
		case "rural", "rurale", "ruraux", "rurales", "rurais", "ländlich", "platteland", "vijijini", "ريف", "ريفي":
			return "rural"
		}
	}
	return ""
}

// withoutDisability reports whether a category is that of people without disabilities.
func withoutDisability(value string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(value, notLetter), func(w string) bool {
		return slices.Contains([]string{"no", "not", "non", "none", "without", "sans", "aucun", "sin", "sem", "não", "ohne", "nein", "kein", "keine", "geen", "zonder", "bila", "بدون", "لا", "غير"}, w)
	})
}

// ages is a range of years of age, from and up to.
type ages struct{ from, to float64 }

const oldest = 1000

// agesOf reads an age group: 15-24, under 5, 65+, 6 to 23 months, children.
func agesOf(value string) (ages, bool) {
	value = text.ASCIIDigits(value)
	var list []float64
	for number := range strings.FieldsFuncSeq(value, func(r rune) bool { return r < '0' || r > '9' }) {
		n, _ := strconv.ParseFloat(number, 64)
		list = append(list, n)
	}
	words := strings.FieldsFunc(value, notLetter)
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	unit := 1.0
	if has([]string{"month", "months", "mois", "meses", "monate", "maanden"}) {
		unit = 12
	}
	switch {
	case len(list) == 2 && list[0] < list[1]:
		return ages{list[0] / unit, list[1] / unit}, true
	case len(list) == 1 && (strings.ContainsAny(value, "+>≥") || has([]string{"over", "above", "older", "more", "plus", "más", "mais", "mayores", "über", "älter", "ouder"})):
		return ages{list[0] / unit, oldest}, true
	case len(list) == 1 && (strings.ContainsAny(value, "<≤") || has([]string{"under", "below", "less", "younger", "moins", "menos", "menores", "unter", "jünger", "onder", "jonger"})):
		return ages{0, list[0] / unit}, true
	case len(list) == 0 && has([]string{"child", "children", "minors", "enfants", "niños", "niñas", "crianças", "kinder", "kinderen", "watoto", "أطفال"}):
		return ages{0, 18}, true
	case len(list) == 0 && has([]string{"adult", "adults", "adultes", "adultos", "erwachsene", "volwassenen", "wazima", "بالغون"}):
		return ages{18, oldest}, true
	}
	return ages{}, false
}
