package compare

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
	"github.com/iatilint/iatilint/schema/describe"
)

// value is one value of a node: as it is written, and in the form that is compared.
type value struct {
	name      string // within the node; "" = the node's own
	raw       string
	canonical string
	number    schema.Field[float64]
	meaning   string // the name of a code; "" where it has none
	implied   bool   // something else of the node says it too
}

// nodeValues returns the values of a node, always as many for nodes of one kind.
func nodeValues(n schema.Node) []value {
	switch n := n.(type) {
	case *schema.Entry:
		return []value{codeValue("status", "ActivityStatus", n.Status), codeValue("scope", "ActivityScope", n.Scope), codesValue("default aid types", n.DefaultAidTypes)}
	case *schema.Result:
		return []value{codeValue("type", "ResultType", n.Type), boolValue("aggregation status", n.Aggregation)}
	case *schema.Indicator:
		return []value{codeValue("measure", "IndicatorMeasure", n.Measure), boolValue("ascending", n.Ascending), boolValue("aggregation status", n.Aggregation)}
	case *schema.Period:
		return []value{labelled(dateValue("start", n.Start)), labelled(dateValue("end", n.End))}
	case *schema.Measurement:
		return []value{numberValue(n.Value), yearValue(n), dateValue("date", n.Date), labelled(setValue(disaggregated, describe.Splits(n, "location")))}
	case *schema.Reference:
		return []value{textValue("", n.Code), labelled(textValue("vocabulary", n.Vocabulary)), textValue("address", n.URI)}
	case *schema.DocumentLink:
		return []value{textValue("", n.URL), textValue("format", n.Format), codesValue("categories", n.Categories),
			codesValue("languages", n.Languages), dateValue("date", n.Date)}
	case *schema.OtherIdentifier:
		return []value{textValue("", n.Ref)}
	case *schema.ActivityDate:
		return []value{dateValue("", n.Date)}
	case *schema.RelatedActivity:
		return []value{textValue("", n.Ref)}
	case *schema.Location:
		return []value{textValue("", n.Ref)}
	case *schema.Organisation:
		return []value{plainValue("", organisation(n))}
	}
	return nil
}

func plainValue(name, s string) value { return value{name: name, raw: s, canonical: s} }

func textValue(name string, t schema.Text) value { return plainValue(name, describe.Words(t.Value)) }

// labelled marks a value that the label of its node has already.
func labelled(v value) value {
	v.implied = true
	return v
}

const disaggregated = "disaggregation"

// setValue is a set: the order of its items is no difference.
func setValue(name string, items []string) value {
	v := value{name: name, raw: strings.Join(items, ", ")}
	slices.Sort(items)
	v.canonical = strings.Join(items, ", ")
	return v
}

// codeValue is a value of one of the standard's code lists.
func codeValue(name, list string, t schema.Text) value {
	v := textValue(name, t)
	found, _ := codelist.Embedded().Lookup(list, v.canonical)
	v.meaning = found.Name
	return v
}

// codesValue is a set of codes.
func codesValue(name string, codes []schema.Text) value {
	var all []string
	for _, c := range codes {
		all = append(all, describe.Words(c.Value))
	}
	return setValue(name, all)
}

func boolValue(name string, f schema.Field[bool]) value {
	v := textValue(name, f.Text)
	v.canonical = canonicalBool(f)
	return v
}

func canonicalBool(f schema.Field[bool]) string {
	if f.OK {
		return strconv.FormatBool(f.Parsed)
	}
	return describe.Words(f.Value)
}

func dateValue(name string, f schema.Field[schema.Date]) value {
	v := textValue(name, f.Text)
	v.canonical = describe.Day(f)
	return v
}

func yearValue(m *schema.Measurement) value {
	v := textValue("year", m.Year.Text)
	if m.Year.OK {
		v.canonical = strconv.Itoa(m.Year.Parsed)
		v.implied = m.Date.OK && m.Date.Parsed.Year == m.Year.Parsed
	}
	return v
}

func numberValue(f schema.Field[float64]) value {
	v := textValue("", f.Text)
	v.number, v.canonical = f, canonicalNumber(f)
	return v
}

// canonicalNumber returns a number in one form: 500.0 is 500.
func canonicalNumber(f schema.Field[float64]) string {
	if f.OK {
		return strconv.FormatFloat(f.Parsed, 'g', -1, 64)
	}
	return describe.Words(f.Value)
}

// numberChange returns how far a number moved; nil where there are not two.
func numberChange(n schema.Node, before, after value) *Number {
	b, a := before.number.Parsed, after.number.Parsed
	if !before.number.OK || !after.number.OK || math.IsInf(a-b, 0) {
		return nil
	}
	moved := &Number{Before: b, After: a, Delta: rounded(a-b, max(decimals(before.raw), decimals(after.raw)))}
	if percent := rounded(100*(a-b)/math.Abs(b), 1); b != 0 && !math.IsInf(percent, 0) {
		moved.Percent = &percent
	}
	if m, ok := n.(*schema.Measurement); ok && m.Indicator() != nil {
		moved.Points = describe.Words(m.Indicator().Measure.Value) == "2"
	}
	return moved
}

func decimals(raw string) int {
	_, fraction, _ := strings.Cut(raw, ".")
	return len(fraction)
}

// rounded removes the error of binary fractions: 0.3 - 0.1 is 0.2.
func rounded(f float64, places int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', min(places, 15), 64), 64)
	if err != nil || r == 0 {
		return f
	}
	return r
}

// organisation returns what an entry says of an organisation, in a line.
func organisation(o *schema.Organisation) string {
	var names, details []string
	for _, n := range o.Narratives {
		names = append(names, describe.Words(n.Value))
	}
	for _, d := range []struct {
		name string
		text schema.Text
	}{{"", o.Ref}, {"type ", o.Type}, {"role ", o.Role}, {"activity ", o.ActivityID}} {
		if s := describe.Words(d.text.Value); s != "" {
			details = append(details, d.name+s)
		}
	}
	return strings.TrimSpace(describe.With(strings.Join(names, " / "), details...))
}
