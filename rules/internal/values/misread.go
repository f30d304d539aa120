package values

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Misread is a value that is read a thousand times too small, as 38.400 is where 38400
// is meant.
type Misread struct {
	Value   *schema.Measurement
	Meant   string       // 38400
	Witness string       // what shows it; "" where another value of the indicator has one
	At      schema.Range // where that stands
}

// Misreadings are the values of an entry that are misread, in order.
type Misreadings []Misread

// Has reports whether one of the values is misread. What compares values is silent
// there: all follows from how they are written.
func (list Misreadings) Has(values ...*schema.Measurement) bool {
	for _, x := range list {
		for _, m := range values {
			if x.Value == m {
				return true
			}
		}
	}
	return false
}

// MisreadingsOf returns the values of an entry with a full stop before three digits
// that is one of thousands. Three decimals alone prove nothing: it takes the same
// figure in a narrative, whole numbers of that size in the same indicator, or a title
// that counts what comes in whole numbers.
func MisreadingsOf(env *lint.Environment, e *schema.Entry) Misreadings {
	return lint.OfEntry(env, "misreadings", e, func() Misreadings {
		var all Misreadings
		for i := range Indicators(e) {
			all = append(all, misreadings(env, e, i)...)
		}
		return all
	})
}

func misreadings(env *lint.Environment, e *schema.Entry, i *schema.Indicator) (found Misreadings) {
	var dotted, others []*schema.Measurement
	whole := true
	for m := range All(i) {
		switch {
		case !strings.Contains(m.Value.Value, "."), !m.Value.OK && Thousands(m.Value.Value, '.'):
			others = append(others, m)
		case m.Value.OK && Thousands(m.Value.Value, '.'):
			dotted = append(dotted, m)
		default:
			whole = false
		}
	}
	if len(dotted) == 0 || i.Measure.Value != "1" && i.Measure.Value != "" || Average(i) || inThousands.MatchIndicator(i) {
		return nil
	}
	for _, m := range dotted {
		x := Misread{Value: m, Meant: strings.ReplaceAll(strings.TrimSpace(m.Value.Value), ".", "")}
		x.Witness, x.At = toldOf(env, e, m.Value.Parsed*1000)
		found = append(found, x)
	}
	if whole && !slices.ContainsFunc(found, witnessed) {
		wholeNumbers(i, found, others)
	}
	switch {
	case !slices.ContainsFunc(found, witnessed):
		return nil
	case whole:
		return found // the same hand wrote them all
	}
	return slices.DeleteFunc(found, func(x Misread) bool { return !witnessed(x) })
}

func witnessed(x Misread) bool { return x.Witness != "" }

// wholeNumbers gives the first value for which there is one the witness that an
// indicator has only whole numbers.
func wholeNumbers(i *schema.Indicator, found Misreadings, others []*schema.Measurement) {
	for k := range found {
		for _, other := range others {
			if sizeOf(other, found[k].Value.Value.Parsed*1000) {
				found[k].Witness, found[k].At = fmt.Sprintf("the %s of the same indicator is %s", other.Name(), strings.TrimSpace(other.Value.Value)), other.Value.At
				return
			}
		}
	}
	if what := countedWhole(i); what != "" {
		found[0].Witness, found[0].At = what+" in whole numbers", i.Title.Narratives[0].At
		return
	}
	for k, baseline := range falling(i, found, others) {
		found[k].Witness, found[k].At = fmt.Sprintf("the baseline of the same indicator is %s, and more is better", strings.TrimSpace(baseline.Value.Value)), baseline.Value.At
		return
	}
}

// falling yields the values, by their index, that are less than a baseline in whole
// numbers, of an indicator that is to rise.
func falling(i *schema.Indicator, found Misreadings, others []*schema.Measurement) iter.Seq2[int, *schema.Measurement] {
	return func(yield func(int, *schema.Measurement) bool) {
		if !i.Ascending.OK || !i.Ascending.Parsed {
			return
		}
		for k, x := range found {
			for _, m := range others {
				if v := m.Value; m.Name() == schema.Baseline && x.Value.Name() != schema.Baseline && v.OK && x.Value.Value.Parsed < v.Parsed && !yield(k, m) {
					return
				}
			}
		}
	}
}

// sizeOf reports whether a whole number is of a size with another, or written as
// 1.200.000 is, in which a full stop is surely a separator.
func sizeOf(m *schema.Measurement, number float64) bool {
	const near = 20 // times as large or small
	v := m.Value.Parsed
	return !m.Value.OK && Thousands(m.Value.Value, '.') || m.Value.OK && v >= 100 && v <= near*number && number <= near*v
}

// countedWhole returns what the title of an indicator counts, where that comes in
// whole numbers; "" for anything else.
func countedWhole(i *schema.Indicator) string {
	counted, counts := Counting(i)
	switch {
	case ratios.MatchProse(i.Title):
		return ""
	case CountsPeople(i):
		return "people come"
	case counts && !measured.MatchFirst(counted, 3):
		return "what is counted comes"
	}
	return ""
}

// CountsPeople reports whether the title of an indicator counts people.
func CountsPeople(i *schema.Indicator) bool {
	if counted, counts := Counting(i); counts {
		return people.MatchFirst(counted, 4)
	}
	return people.MatchFirst(describe.Text(i.Title), 3) && !measured.MatchProse(i.Title) && !ratios.MatchProse(i.Title)
}

// toldOf returns the place in the narratives of an entry that counts as many; "" for
// none.
func toldOf(env *lint.Environment, e *schema.Entry, number float64) (witness string, at schema.Range) {
	if witness, at = countsAs(env, e, e.Statement(), number); witness != "" {
		return witness, at
	}
	for n := range Told(e) {
		if witness, at = countsAs(env, e, n, number); witness != "" {
			break
		}
	}
	return witness, at
}

func countsAs(env *lint.Environment, e *schema.Entry, n *schema.Narrative, number float64) (witness string, at schema.Range) {
	if n == nil {
		return "", at
	}
	doc := prose.Of(env, n)
	for _, q := range doc.Quantities() {
		if q.Kind == text.Count && math.Abs(q.Value-number) < 0.5 {
			return fmt.Sprintf("the text says %q", q.Whole.Of(doc.Text())), e.Source.Within(n.Text, q.Whole.Start, q.Whole.End)
		}
	}
	return "", at
}

// Thousands reports whether a text is digits in groups of three: 12.345.
func Thousands(s string, separator byte) bool {
	groups := strings.Split(strings.TrimSpace(s), string(separator))
	if len(groups) < 2 || groups[0] == "" || len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for i, g := range groups {
		if i > 0 && len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return false
		}
	}
	return true
}

// people are the beginnings of words for people, who come in whole numbers.
var people = NewPrefixes(Persons, []string{
	"women", "woman", "girl", "men ", "boy", "female", "male ", "males ", "mother", "voter", "victim", "survivor", "citizen", "resident", "famil", "visitor", "user",
	"femme", "fille", "homme", "garçon", "personne", "habitant", "usager", "mujer", "niña", "hombre", "persona", "usuari", "habitante", "mulher", "menina", "homem", "homens", "pessoa",
	"mensch", "person", "frau", "männer", "kinder", "haushalt", "mensen", "vrouw", "mannen", "kinderen", "huishoud", "watu ", "wanawake", "wanaume", "watoto", "شخص", "أشخاص", "الأشخاص", "نساء", "النساء",
})

// measured are the beginnings of words for what has fractions.
var measured = NewPrefixes([]string{
	"hectare", "acre", "kilomet", "kilómet", "quilômet", "quilómet", "km", "metr", "mètr", "cubic", "square", "lit", "tonne", "ton ", "tons ", "tonelada", "kg", "kilo", "gram", "hour", "heure", "hora", "day", "jour", "día", "dia ", "dias ",
	"month", "mois", "mes ", "meses ", "mês", "year", "an ", "ans ", "année", "año", "ano", "usd", "eur", "dollar", "dólar", "megawatt", "kilowatt", "mw", "kw", "quintal", "barrel", "stunde", "tag", "ltr", "ha ", "points ",
})

// ratios are words of titles whose counts are shares of something: people per clinic.
var ratios = NewPrefixes([]string{"per ", "par ", "por ", "pro ", "ratio"})

// inThousands are the beginnings of words of titles whose values are in thousands.
var inThousands = NewPrefixes([]string{"000", "thousand", "million", "millier", "mille ", "miles ", "millón", "millones", "milhar", "milhão", "milhões", "mil ", "tausend", "duizend"})
