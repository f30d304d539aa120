package changes

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// value is one value of a node: as it is written, and as it counts.
type value struct {
	name      string // within the node; "" = the node's own
	raw       string
	canonical string
	number    schema.Field[float64]
	meaning   string // what a code stands for; "" where it has no name
	implied   bool   // something else of the node says it too
}

// values lists the values of a node, always as many for nodes of one kind.
func values(n schema.Node) []value {
	switch n := n.(type) {
	case *schema.Entry:
		return []value{code("status", "ActivityStatus", n.Status), code("scope", "ActivityScope", n.Scope), list("default aid types", n.DefaultAidTypes)}
	case *schema.Result:
		return []value{code("type", "ResultType", n.Type), truth("aggregation status", n.Aggregation)}
	case *schema.Indicator:
		return []value{code("measure", "IndicatorMeasure", n.Measure), truth("ascending", n.Ascending), truth("aggregation status", n.Aggregation)}
	case *schema.Period:
		return []value{labelled(date("start", n.Start)), labelled(date("end", n.End))}
	case *schema.Measurement:
		return []value{number(n.Value), year(n), date("date", n.Date), labelled(disaggregation(n))}
	case *schema.Reference:
		return []value{text("", n.Code), labelled(text("vocabulary", n.Vocabulary)), text("address", n.URI)}
	case *schema.DocumentLink:
		return []value{text("", n.URL), text("format", n.Format), list("categories", n.Categories),
			list("languages", n.Languages), date("date", n.Date)}
	case *schema.OtherIdentifier:
		return []value{text("", n.Ref)}
	case *schema.ActivityDate:
		return []value{date("", n.Date)}
	case *schema.RelatedActivity:
		return []value{text("", n.Ref)}
	case *schema.Location:
		return []value{text("", n.Ref)}
	case *schema.Organisation:
		return []value{plain("", organisation(n))}
	}
	return nil
}

func plain(name, s string) value { return value{name: name, raw: s, canonical: s} }

func text(name string, t schema.Text) value { return plain(name, words(t.Value)) }

// labelled is a value that the label of its node tells already.
func labelled(v value) value {
	v.implied = true
	return v
}

const disaggregated = "disaggregation"

// disaggregation is which part of a total a measurement is, in any order.
func disaggregation(m *schema.Measurement) value {
	list := parts(m)
	v := value{name: disaggregated, raw: strings.Join(list, ", ")}
	slices.Sort(list)
	v.canonical = strings.Join(list, ", ")
	return v
}

// code is a value of one of the standard's code lists.
func code(name, list string, t schema.Text) value {
	v := text(name, t)
	found, _ := codelist.Embedded().Lookup(list, v.canonical)
	v.meaning = found.Name
	return v
}

// list is a set of codes: their order is no difference.
func list(name string, codes []schema.Text) value {
	var all []string
	for _, c := range codes {
		all = append(all, words(c.Value))
	}
	v := value{name: name, raw: strings.Join(all, ", ")}
	slices.Sort(all)
	v.canonical = strings.Join(all, ", ")
	return v
}

func truth(name string, f schema.Field[bool]) value {
	v := text(name, f.Text)
	if f.OK {
		v.canonical = strconv.FormatBool(f.Parsed)
	}
	return v
}

func date(name string, f schema.Field[schema.Date]) value {
	v := text(name, f.Text)
	v.canonical = day(f)
	return v
}

func year(m *schema.Measurement) value {
	v := text("year", m.Year.Text)
	if m.Year.OK {
		v.canonical = strconv.Itoa(m.Year.Parsed)
		v.implied = m.Date.OK && m.Date.Parsed.Year == m.Year.Parsed
	}
	return v
}

func number(f schema.Field[float64]) value {
	v := text("", f.Text)
	v.number = f
	if f.OK {
		v.canonical = strconv.FormatFloat(f.Parsed, 'g', -1, 64)
	}
	return v
}

// numberOf is how far a number moved; nil where there are not two.
func numberOf(n schema.Node, before, after value) *Number {
	b, a := before.number.Parsed, after.number.Parsed
	if !before.number.OK || !after.number.OK || math.IsInf(a-b, 0) {
		return nil
	}
	moved := &Number{Before: b, After: a, Delta: rounded(a-b, max(decimals(before.raw), decimals(after.raw)))}
	if percent := rounded(100*(a-b)/math.Abs(b), 1); b != 0 && !math.IsInf(percent, 0) {
		moved.Percent = &percent
	}
	if m, ok := n.(*schema.Measurement); ok && m.Indicator() != nil {
		moved.Points = words(m.Indicator().Measure.Value) == "2"
	}
	return moved
}

func decimals(raw string) int {
	_, fraction, _ := strings.Cut(raw, ".")
	return len(fraction)
}

// rounded takes away what binary fractions add: 0.3 - 0.1 is 0.2.
func rounded(f float64, places int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', min(places, 15), 64), 64)
	if err != nil || r == 0 {
		return f
	}
	return r
}

// organisation is all that is said of an organisation, in a line.
func organisation(o *schema.Organisation) string {
	var names, details []string
	for _, n := range o.Narratives {
		names = append(names, words(n.Value))
	}
	for _, d := range []struct {
		name string
		text schema.Text
	}{{"", o.Ref}, {"type ", o.Type}, {"role ", o.Role}, {"activity ", o.ActivityID}} {
		if s := words(d.text.Value); s != "" {
			details = append(details, d.name+s)
		}
	}
	return strings.TrimSpace(with(strings.Join(names, " / "), details...))
}
