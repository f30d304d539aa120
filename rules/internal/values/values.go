// Package values reads an indicator's numbers for the rules that compare them.
package values

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/schema"
)

// Part names what part of a total a measurement is: its dimensions and
// locations in a fixed order, "" for the total itself.
func Part(m *schema.Measurement) string {
	if !m.Disaggregated() {
		return ""
	}
	var parts []string
	for _, d := range m.Dimensions {
		if name := fold(d.Category.Value) + "=" + fold(d.Value.Value); name != "=" {
			parts = append(parts, name)
		}
	}
	for _, l := range m.Locations {
		if ref := fold(l.Ref.Value); ref != "" {
			parts = append(parts, "@"+ref)
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, "\x00")
}

func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// Total is the one measurement with a number that is no part of another; nil
// where there is none or several.
func Total(list []*schema.Measurement) *schema.Measurement {
	var total *schema.Measurement
	for _, m := range list {
		if Part(m) != "" || !m.Value.OK {
			continue
		}
		if total != nil {
			return nil
		}
		total = m
	}
	return total
}

// All lists the measurements of an indicator: baselines, then the targets and
// actuals of each period.
func All(i *schema.Indicator) []*schema.Measurement {
	list := slices.Clone(i.Baselines)
	for _, p := range i.Periods {
		list = append(append(list, p.Targets...), p.Actuals...)
	}
	return list
}

// InTime lists the periods with two dates, the one that ends first first.
func InTime(i *schema.Indicator) []*schema.Period {
	var list []*schema.Period
	for _, p := range i.Periods {
		if p.Start.OK && p.End.OK && !p.End.Parsed.Before(p.Start.Parsed) {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b *schema.Period) int {
		if c := a.End.Parsed.Compare(b.End.Parsed); c != 0 {
			return c
		}
		return a.Start.Parsed.Compare(b.Start.Parsed)
	})
	return list
}

// Text is the first narrative of a title, description or comment.
func Text(p *schema.Prose) string {
	if p == nil || len(p.Narratives) == 0 {
		return ""
	}
	return p.Narratives[0].Value
}

// Says tells whether the title or description of an indicator has one of the
// words, given in lower case; "cumulat" stands for all words that begin so.
func Says(i *schema.Indicator, words ...string) bool {
	return AnyWord(i.Title, words) || AnyWord(i.Description, words)
}

// AnyWord tells whether a text has a word that begins with one of those given
// in lower case.
func AnyWord(p *schema.Prose, words []string) bool {
	if p == nil {
		return false
	}
	for _, n := range p.Narratives {
		for _, w := range strings.FieldsFunc(strings.ToLower(n.Value), notInWord) {
			for _, prefix := range words {
				if strings.HasPrefix(w, prefix) {
					return true
				}
			}
		}
	}
	return false
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
