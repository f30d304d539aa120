package sheet

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
)

// valueOf returns the value of a cell for a part of an element: codes without their
// labels, truth values as the standard has them, other text as it is.
func valueOf(r *Row, start int32, c *Cell, t *target) form.Value {
	v := form.Value{Kind: form.String, Text: r.Value(c), Escaped: c.Escaped, At: c.at(start)}
	switch word := strings.TrimSpace(v.Text); {
	case t.flag:
		if value := truth[strings.ToLower(word)]; value != "" {
			rewrite(&v, value)
		}
	case t.coded:
		withoutLabel(&v)
		if code := t.codes[strings.ToLower(word)]; code != "" {
			rewrite(&v, code)
		}
	}
	return v
}

// rewrite gives a value another text than the file has.
func rewrite(v *form.Value, text string) {
	v.Escaped = v.Escaped || v.Text != text
	v.Text = text
}

// withoutLabel turns "1 - Output" into the code 1.
func withoutLabel(v *form.Value) {
	code, label, found := strings.Cut(v.Text, " - ")
	if !found {
		code, label, found = strings.Cut(v.Text, " – ")
	}
	if !found || code == "" || len(code) > 12 && !strings.Contains(code, "/") || strings.ContainsAny(code, " \t\n") || strings.TrimSpace(label) == "" {
		return
	}
	if !v.Escaped {
		v.At.End = v.At.Start + int32(len(code))
	}
	v.Text = code
}

// flags are the parts that are true or false, coded those that hold a code.
var (
	flags = set("ascending aggregation-status")
	coded = set("type measure vocabulary role activity-status activity-scope xml:lang category language default-aid-type aggregation-status ascending")
)

// truth are the words for true and false.
var truth = map[string]string{
	"true": "true", "yes": "true", "y": "true", "oui": "true", "sí": "true", "si": "true", "sim": "true", "vrai": "true", "verdadero": "true",
	"false": "false", "no": "false", "n": "false", "non": "false", "não": "false", "nao": "false", "faux": "false", "falso": "false",
	"1 - yes": "1", "0 - no": "0", "1 - true": "1", "0 - false": "0",
}

// codes are words with the codes that they mean, by element and part.
var codes = map[string]map[string]string{
	"result/type": {
		"output": "1", "outcome": "2", "impact": "3", "other": "9",
		"produit": "1", "effet": "2", "producto": "1", "efecto": "2", "impacto": "3", "produto": "1", "efeito": "2",
	},
	"indicator/measure": {
		"unit": "1", "number": "1", "percentage": "2", "percent": "2", "%": "2", "nominal": "3", "ordinal": "4", "qualitative": "5",
		"nombre": "1", "pourcentage": "2", "número": "1", "porcentaje": "2", "percentagem": "2", "qualitatif": "5", "cualitativo": "5", "qualitativo": "5",
		"anzahl": "1", "prozent": "2", "aantal": "1", "numero": "1", "count": "1", "число": "1", "процент": "2", "عدد": "1", "نسبة": "2",
	},
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// years returns the first and the last year of a text such as 2024, 2023-2024 or
// 2023/2024.
func years(s string) (first, last string, ok bool) {
	s = strings.TrimSpace(s)
	first, last = s, s
	if len(s) == 9 && strings.ContainsRune("-/", rune(s[4])) {
		first, last = s[:4], s[5:]
	}
	return first, last, isYear(first) && isYear(last) && first <= last
}

func isYear(s string) bool {
	return len(s) == 4 && isNumber(s) && s >= "1900" && s <= "2100"
}
