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

// joined returns the keys of nodes as one, whatever their order; "" is no key.
func joined[N any](nodes []N, separator string, key func(N) string) string {
	keys := make([]string, 0, len(nodes))
	for _, n := range nodes {
		if k := key(n); k != "" {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return strings.Join(keys, separator)
}

// labelAndValue returns a key of a node that has one value.
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
	return "of " + joined(m.Dimensions, "\x00", func(d *schema.Dimension) string { return "=" + describe.Fold(d.Value.Value) })
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
	return measured(i.Baselines) + "\x02" + joined(i.Periods, "\x02", datesAndValues)
}

func valuesOfResult(r *schema.Result) string {
	return joined(r.Indicators, "\x03", func(i *schema.Indicator) string { return proseText(i.Title) + valuesOf(i) })
}

// indicatorTitles returns a key of the titles of a result's indicators; "" without any.
func indicatorTitles(r *schema.Result) string {
	return joined(r.Indicators, "\x00", func(i *schema.Indicator) string { return proseText(i.Title) })
}

// indicatorReferences returns a key of the codes of a result's indicators.
func indicatorReferences(r *schema.Result) string {
	return joined(r.Indicators, "\x01", func(i *schema.Indicator) string { return referenceCodes(i.References) })
}

func measured(measurements []*schema.Measurement) string {
	return joined(measurements, "\x01", func(m *schema.Measurement) string { return m.Name() + partAndValue(m) })
}

// referenceCodes returns a key of all codes of a result or indicator; "" without any.
func referenceCodes(references []*schema.Reference) string {
	return joined(references, "\x00", func(r *schema.Reference) string {
		if strings.TrimSpace(r.Code.Value) == "" {
			return ""
		}
		return r.Vocabulary.Value + " " + describe.Fold(r.Code.Value)
	})
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
