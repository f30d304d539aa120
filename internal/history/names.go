package history

import (
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/schema"
)

// named joins what makes up a name; nothing if the first part is nothing.
func named(first string, more ...string) string {
	if strings.TrimSpace(first) == "" {
		return ""
	}
	return fold(first) + "\x00" + strings.Join(more, "\x00")
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// Names of proses: descriptions without a type are general ones, type 1.

func descriptionType(p *schema.Prose) string {
	if t := strings.TrimSpace(p.Type.Value); t != "" {
		return "type " + t
	}
	return "type 1"
}

func typeAndText(p *schema.Prose) string { return named(proseText(p), descriptionType(p)) }

func proseText(p *schema.Prose) string { return fold(titleOf(p)) }

// Names of narratives.

func languageAndText(n *schema.Narrative) string { return "in " + n.Lang + "\x00" + fold(n.Value) }

func language(n *schema.Narrative) string { return "in " + n.Lang }

func narrativeText(n *schema.Narrative) string { return fold(n.Value) }

// only pairs single narratives where the language of one is not known.
func only(before, after []*schema.Narrative) func(*schema.Narrative) string {
	return func(*schema.Narrative) string {
		if len(before) == 1 && len(after) == 1 && (before[0].Lang == "" || after[0].Lang == "") {
			return "only one"
		}
		return ""
	}
}

// Names of periods: by their dates; else a date was corrected and the values
// stayed.

func dates(p *schema.Period) string { return day(p.Start) + "\x00" + day(p.End) }

func datesAndValues(p *schema.Period) string { return dates(p) + "\x00" + periodValues(p) }

func startAndValues(p *schema.Period) string {
	if values := periodValues(p); values != "" {
		return "from " + day(p.Start) + "\x00" + values
	}
	return ""
}

func endAndValues(p *schema.Period) string {
	if values := periodValues(p); values != "" {
		return "to " + day(p.End) + "\x00" + values
	}
	return ""
}

func periodValues(p *schema.Period) string { return measured(p.Targets) + measured(p.Actuals) }

// day is a date as it counts, however it is written.
func day(f schema.Field[schema.Date]) string {
	if f.OK {
		return f.Parsed.String()
	}
	return strings.TrimSpace(f.Value)
}

// Names of measurements: the part of the total that they are; else the
// categories, whatever the dimension is called; else the number of such a part.

func partAndValue(m *schema.Measurement) string { return part(m) + "\x00" + number(m) }

func part(m *schema.Measurement) string { return "part " + partOf(m) }

func categories(m *schema.Measurement) string {
	if len(m.Dimensions) == 0 {
		return ""
	}
	var list []string
	for _, d := range m.Dimensions {
		list = append(list, fold(d.Value.Value))
	}
	slices.Sort(list)
	return "of " + strings.Join(list, "\x00")
}

func valueOfPart(m *schema.Measurement) string {
	if !m.Disaggregated() || !m.Value.OK || m.Value.Parsed == 0 {
		return ""
	}
	return number(m) + " by " + strconv.Itoa(len(m.Dimensions)) + " and " + strconv.Itoa(len(m.Locations))
}

// number is a value as it counts: 500.0 is 500.
func number(m *schema.Measurement) string {
	if m.Value.OK {
		return strconv.FormatFloat(m.Value.Parsed, 'g', -1, 64)
	}
	return fold(m.Value.Value)
}

// partOf names the part of a total that a measurement is: its dimensions and
// locations, in alphabetical order.
func partOf(m *schema.Measurement) string {
	if !m.Disaggregated() {
		return ""
	}
	var parts []string
	for _, d := range m.Dimensions {
		parts = append(parts, "d"+fold(d.Category.Value)+"="+fold(d.Value.Value))
	}
	for _, l := range m.Locations {
		parts = append(parts, "l"+strings.TrimSpace(l.Ref.Value))
	}
	slices.Sort(parts)
	return strings.Join(parts, "\x00")
}

// valuesOf is all the numbers of an indicator, whatever their order.
func valuesOf(i *schema.Indicator) string {
	list := []string{measured(i.Baselines)}
	for _, p := range i.Periods {
		list = append(list, datesAndValues(p))
	}
	slices.Sort(list)
	return strings.Join(list, "\x02")
}

func valuesOfResult(r *schema.Result) string {
	var list []string
	for _, i := range r.Indicators {
		list = append(list, fold(titleOf(i.Title))+valuesOf(i))
	}
	slices.Sort(list)
	return strings.Join(list, "\x03")
}

// indicatorTitles is what a result is measured by; "" where by nothing.
func indicatorTitles(r *schema.Result) string {
	var list []string
	for _, i := range r.Indicators {
		if title := fold(titleOf(i.Title)); title != "" {
			list = append(list, title)
		}
	}
	slices.Sort(list)
	return strings.Join(list, "\x00")
}

// indicatorReferences are the codes of what a result is measured by.
func indicatorReferences(r *schema.Result) string {
	var list []string
	for _, i := range r.Indicators {
		if codes := referenceNames(i.References); codes != "" {
			list = append(list, codes)
		}
	}
	slices.Sort(list)
	return strings.Join(list, "\x01")
}

func measured(measurements []*schema.Measurement) string {
	var list []string
	for _, m := range measurements {
		list = append(list, m.Name()+partAndValue(m))
	}
	slices.Sort(list)
	return strings.Join(list, "\x01")
}

// referenceNames are all codes of a result or indicator; "" where it has none.
func referenceNames(references []*schema.Reference) string {
	var list []string
	for _, r := range references {
		if strings.TrimSpace(r.Code.Value) != "" {
			list = append(list, r.Vocabulary.Value+" "+fold(r.Code.Value))
		}
	}
	slices.Sort(list)
	return strings.Join(list, "\x00")
}

func resultWords(r *schema.Result) []uint64 {
	words := wordsOf(nil, r.Title)
	for _, i := range r.Indicators {
		words = wordsOf(words, i.Title)
	}
	return words
}

func indicatorWords(i *schema.Indicator) []uint64 { return wordsOf(nil, i.Title) }

func wordsOf(dst []uint64, p *schema.Prose) []uint64 {
	if p == nil {
		return dst
	}
	for _, n := range p.Narratives {
		dst = text.Analyse(n.Value, n.Lang).Telling(dst)
	}
	return dst
}
