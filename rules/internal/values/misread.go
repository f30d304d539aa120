package values

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

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

// Misreadings are the values of an entry that are misread.
type Misreadings struct {
	List []Misread // in order
	has  map[*schema.Measurement]bool
}

// Has reports whether one of the values is misread. What compares values is silent
// there: all follows from how they are written.
func (m *Misreadings) Has(values ...*schema.Measurement) bool {
	return len(m.List) > 0 && slices.ContainsFunc(values, func(v *schema.Measurement) bool { return m.has[v] })
}

// MisreadingsOf returns the values of an entry with a full stop before three digits
// that is one of thousands. Three decimals alone prove nothing: it takes the same
// figure in a narrative, whole numbers of that size in the same indicator, or a title
// that counts what comes in whole numbers.
func MisreadingsOf(env *lint.Environment, e *schema.Entry) *Misreadings {
	return lint.OfEntry(env, "misreadings", e, func() *Misreadings {
		all := &Misreadings{has: map[*schema.Measurement]bool{}}
		counts := sync.OnceValue(func() map[float64]witness { return countsOf(env, e) })
		for i := range Indicators(e) {
			all.List = append(all.List, misreadings(i, counts)...)
		}
		for _, x := range all.List {
			all.has[x.Value] = true
		}
		return all
	})
}

// witness is what shows that a number is a whole one.
type witness struct {
	says string
	at   schema.Range
}

func misreadings(i *schema.Indicator, counts func() map[float64]witness) (found []Misread) {
	if !anyDotted(i) {
		return nil
	}
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
	if i.Measure.Value != "1" && i.Measure.Value != "" || Average(i) || inThousands.MatchIndicator(i) {
		return nil
	}
	for _, m := range dotted {
		x := Misread{Value: m, Meant: strings.ReplaceAll(strings.TrimSpace(m.Value.Value), ".", "")}
		told := counts()[math.Round(m.Value.Parsed*1000)]
		x.Witness, x.At = told.says, told.at
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

// anyDotted reports whether a value of an indicator may be misread: nearly none has one.
func anyDotted(i *schema.Indicator) bool {
	for m := range All(i) {
		if m.Value.OK && Thousands(m.Value.Value, '.') {
			return true
		}
	}
	return false
}

func witnessed(x Misread) bool { return x.Witness != "" }

// wholeNumbers gives the first value for which there is one the witness that an
// indicator has only whole numbers.
func wholeNumbers(i *schema.Indicator, found []Misread, others []*schema.Measurement) {
	const enough = 20 // values to compare
	found, others = found[:min(len(found), enough)], others[:min(len(others), enough)]
	if besides(found, others, func(x, other *schema.Measurement) bool { return sizeOf(other, x.Value.Parsed*1000) }, "") {
		return
	}
	if what := countedWhole(i); what != "" {
		found[0].Witness, found[0].At = what+" in whole numbers", i.Title.Narratives[0].At
		return
	}
	if i.Ascending.OK && i.Ascending.Parsed {
		besides(found, others, falls, ", and more is better")
	}
}

// besides gives the first value that has one of the others beside it that one as
// witness.
func besides(found []Misread, others []*schema.Measurement, beside func(x, other *schema.Measurement) bool, and string) bool {
	for k := range found {
		for _, other := range others {
			if beside(found[k].Value, other) {
				found[k].Witness, found[k].At = fmt.Sprintf("the %s of the same indicator is %s%s", other.Name(), strings.TrimSpace(other.Value.Value), and), other.Value.At
				return true
			}
		}
	}
	return false
}

// falls reports whether a target or actual is less than a baseline.
func falls(x, baseline *schema.Measurement) bool {
	return baseline.Name() == schema.Baseline && x.Name() != schema.Baseline && baseline.Value.OK && x.Value.Parsed < baseline.Value.Parsed
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

// CountsPeople reports whether the title of an indicator counts people: "Number of
// trained teachers", "Rural women with a bank account", not "Household water use".
func CountsPeople(i *schema.Indicator) bool {
	if counted, counts := Counting(i); counts {
		return people.MatchFirst(counted, 4)
	}
	const near = 3
	words := strings.Fields(strings.ToLower(describe.Text(i.Title)))
	return slices.ContainsFunc(words[:min(len(words), near)], func(w string) bool {
		return people.Match(w) && !strings.ContainsAny(w, "'’") && (strings.HasSuffix(w, "s") || slices.Contains(plurals, w))
	}) && !measured.MatchProse(i.Title) && !ratios.MatchProse(i.Title)
}

// countsOf returns the whole numbers that the statement and narratives of an entry
// give, and where.
func countsOf(env *lint.Environment, e *schema.Entry) map[float64]witness {
	counts := map[float64]witness{}
	add := func(n *schema.Narrative) {
		doc := prose.Of(env, n)
		for _, q := range doc.Quantities() {
			if _, known := counts[q.Value]; q.Kind == text.Count && !q.Words && !known {
				counts[q.Value] = witness{fmt.Sprintf("the text says %q", q.Whole.Of(doc.Text())), e.Source.Within(n.Text, q.Whole.Start, q.Whole.End)}
			}
		}
	}
	if n := e.Statement(); n != nil {
		add(n)
	}
	for n := range Told(e) {
		add(n)
	}
	return counts
}

// Thousands reports whether a text is digits in groups of three: 12.345.
func Thousands(s string, separator byte) bool {
	if strings.IndexByte(s, separator) < 0 {
		return false
	}
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

// plurals are those that don't end in s.
var plurals = []string{"people", "women", "men", "children", "menschen", "personen", "frauen", "männer", "kinder", "haushalte", "mensen", "vrouwen", "mannen", "kinderen", "huishoudens", "watu", "wanawake", "wanaume", "watoto", "أشخاص", "الأشخاص", "نساء", "النساء"}

// measured are the beginnings of words for what has fractions.
var measured = NewPrefixes([]string{
	"hectare", "acre", "kilomet", "kilómet", "quilômet", "quilómet", "km", "metr", "mètr", "cubic", "square", "lit", "tonne", "ton ", "tons ", "tonelada", "kg", "kilo", "gram", "hour", "heure", "hora", "day", "jour", "día", "dia ", "dias ",
	"month", "mois", "mes ", "meses ", "mês", "year", "an ", "ans ", "année", "año", "ano", "usd", "eur", "dollar", "dólar", "megawatt", "kilowatt", "mw", "kw", "quintal", "barrel", "stunde", "tag", "ltr", "ha ", "points ",
})

// ratios are words of titles whose counts are shares of something: people per clinic.
var ratios = NewPrefixes([]string{"per ", "par ", "por ", "pro ", "ratio"})

// inThousands are the beginnings of words of titles whose values are in thousands.
var inThousands = NewPrefixes([]string{"000", "thousand", "million", "millier", "mille ", "miles ", "millón", "millones", "milhar", "milhão", "milhões", "mil ", "tausend", "duizend"})
