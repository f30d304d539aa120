package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// named joins what makes up a key; "" if the first part is blank.
func named(first string, more ...string) string {
	if strings.TrimSpace(first) == "" {
		return ""
	}
	return describe.Fold(first) + "\x00" + strings.Join(more, "\x00")
}

// joined returns a key of several, whatever their order.
func joined(keys []string, separator string) string {
	slices.Sort(keys)
	return strings.Join(keys, separator)
}

// labelAndValue is the key of a node that has one value.
func labelAndValue[N schema.Node](n N) string {
	return describe.Label(n) + "\x00" + nodeValues(n)[0].canonical
}

func organisationRef(o *schema.Organisation) string {
	if ref := describe.Words(o.Ref.Value); ref != "" {
		return describe.Label(o) + "\x00" + ref
	}
	return ""
}

// Keys of texts: descriptions without a type are general ones.

func descriptionType(p *schema.Prose) string { return "type " + proseType(p) }

func typeAndText(p *schema.Prose) string { return named(proseText(p), descriptionType(p)) }

func proseText(p *schema.Prose) string { return describe.Fold(describe.Text(p)) }

// Keys of narratives.

func languageAndWords(n *schema.Narrative) string {
	return language(n) + "\x00" + describe.Words(n.Value)
}

func languageAndText(n *schema.Narrative) string {
	return language(n) + "\x00" + describe.Fold(n.Value)
}

func language(n *schema.Narrative) string { return "in " + n.Lang }

func narrativeText(n *schema.Narrative) string { return describe.Fold(n.Value) }

func anyNarrative(*schema.Narrative) string { return "any" }

// soleNarrative pairs single narratives where the language of one is not known.
func soleNarrative(before, after []*schema.Narrative) func(*schema.Narrative) string {
	return func(*schema.Narrative) string {
		if len(before) == 1 && len(after) == 1 && (before[0].Lang == "" || after[0].Lang == "") {
			return "sole"
		}
		return ""
	}
}

// Keys of periods: their dates; else one date was corrected and the values stayed.

func dates(p *schema.Period) string { return describe.Day(p.Start) + "\x00" + describe.Day(p.End) }

func datesAndValues(p *schema.Period) string { return dates(p) + "\x00" + periodValues(p) }

func startAndValues(p *schema.Period) string {
	return named(periodValues(p), "from "+describe.Day(p.Start))
}

func endAndValues(p *schema.Period) string {
	return named(periodValues(p), "to "+describe.Day(p.End))
}

func periodValues(p *schema.Period) string { return measured(p.Targets) + measured(p.Actuals) }

// Keys of measurements: the part of the total that they are; else its categories,
// whatever the dimensions are called; else the number of the part.

func partAndValue(m *schema.Measurement) string { return part(m) + "\x00" + number(m) }

// part counts the dimensions and locations, of which some may say nothing.
func part(m *schema.Measurement) string { return "part " + dimensionCount(m) + describe.Part(m) }

func dimensionCount(m *schema.Measurement) string {
	if !m.Disaggregated() {
		return ""
	}
	return strconv.Itoa(len(m.Dimensions)) + " and " + strconv.Itoa(len(m.Locations)) + " "
}

func categories(m *schema.Measurement) string {
	if len(m.Dimensions) == 0 {
		return ""
	}
	var list []string
	for _, d := range m.Dimensions {
		list = append(list, describe.Fold(d.Value.Value))
	}
	return "of " + joined(list, "\x00")
}

func valueOfPart(m *schema.Measurement) string {
	if !m.Disaggregated() || !m.Value.OK || m.Value.Parsed == 0 {
		return ""
	}
	return number(m) + " by " + dimensionCount(m)
}

func nameAndValue(m *schema.Measurement) string {
	return m.Name() + " " + canonicalNumber(m.Value)
}

func number(m *schema.Measurement) string { return strings.ToLower(canonicalNumber(m.Value)) }

// valuesOf returns a key of all the numbers of an indicator.
func valuesOf(i *schema.Indicator) string {
	list := []string{measured(i.Baselines)}
	for _, p := range i.Periods {
		list = append(list, datesAndValues(p))
	}
	return joined(list, "\x02")
}

func valuesOfResult(r *schema.Result) string {
	var list []string
	for _, i := range r.Indicators {
		list = append(list, proseText(i.Title)+valuesOf(i))
	}
	return joined(list, "\x03")
}

// indicatorTitles is what a result is measured by; "" where by nothing.
func indicatorTitles(r *schema.Result) string {
	return ofIndicators(r, "\x00", func(i *schema.Indicator) string { return proseText(i.Title) })
}

// indicatorReferences are the codes of what a result is measured by.
func indicatorReferences(r *schema.Result) string {
	return ofIndicators(r, "\x01", func(i *schema.Indicator) string { return referenceCodes(i.References) })
}

func ofIndicators(r *schema.Result, separator string, key func(*schema.Indicator) string) string {
	var list []string
	for _, i := range r.Indicators {
		if k := key(i); k != "" {
			list = append(list, k)
		}
	}
	return joined(list, separator)
}

func measured(measurements []*schema.Measurement) string {
	var list []string
	for _, m := range measurements {
		list = append(list, m.Name()+partAndValue(m))
	}
	return joined(list, "\x01")
}

// referenceCodes are all codes of a result or indicator; "" where it has none.
func referenceCodes(references []*schema.Reference) string {
	var list []string
	for _, r := range references {
		if strings.TrimSpace(r.Code.Value) != "" {
			list = append(list, r.Vocabulary.Value+" "+describe.Fold(r.Code.Value))
		}
	}
	return joined(list, "\x00")
}

func resultWords(r *schema.Result) []uint64 {
	words := appendWords(nil, r.Title)
	for _, i := range r.Indicators {
		words = appendWords(words, i.Title)
	}
	return words
}

func indicatorWords(i *schema.Indicator) []uint64 { return appendWords(nil, i.Title) }

// appendWords appends the telling words of a text.
func appendWords(dst []uint64, p *schema.Prose) []uint64 {
	if p == nil {
		return dst
	}
	for _, n := range p.Narratives {
		dst = text.Analyse(n.Value, n.Lang).ContentWords(dst)
	}
	return dst
}
