// Package describe names the nodes of an entry: in words for reports, and by keys
// that are equal for what is the same thing.
package describe

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// Words returns s with each run of white space as one space, and none around it.
func Words(s string) string {
	if evenlySpaced(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// evenlySpaced reports whether Words surely leaves s as it is; it may return false
// for a text with characters beyond ASCII.
func evenlySpaced(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return s == "" || before != ' '
}

// Fold returns the words of s in lower case.
func Fold(s string) string { return strings.ToLower(Words(s)) }

// Text returns the first narrative of a title, description or comment; "" where
// there is none.
func Text(p *schema.Prose) string {
	if p == nil || len(p.Narratives) == 0 {
		return ""
	}
	return p.Narratives[0].Value
}

// Day returns a date in the form 2006-01-02, or as it is written where it is none.
func Day(f schema.Field[schema.Date]) string {
	if f.OK {
		return f.Parsed.String()
	}
	return Words(f.Value)
}

// Period returns the days of a period: "2023-01-01 to 2023-12-31".
func Period(p *schema.Period) string {
	return cmp.Or(Day(p.Start), "no start") + " to " + cmp.Or(Day(p.End), "no end")
}

// Part returns a key for the part of a total that a measurement is: its dimensions
// and locations, whatever their order and case; "" for the total.
func Part(m *schema.Measurement) string {
	return partKey(m, func(d *schema.Dimension) string {
		category, value := Fold(d.Category.Value), Fold(d.Value.Value)
		if category == "" && value == "" {
			return ""
		}
		return category + "=" + value
	})
}

// Category returns a key for the part of a total that a measurement is, whatever
// its dimensions are called; "" for the total.
func Category(m *schema.Measurement) string {
	return partKey(m, func(d *schema.Dimension) string { return Fold(d.Value.Value) })
}

func partKey(m *schema.Measurement, dimension func(*schema.Dimension) string) string {
	switch {
	case !m.Disaggregated():
		return ""
	case len(m.Dimensions) == 1 && len(m.Locations) == 0:
		return dimension(m.Dimensions[0])
	}
	var parts []string
	for _, d := range m.Dimensions {
		parts = append(parts, dimension(d))
	}
	for _, l := range m.Locations {
		if ref := Fold(l.Ref.Value); ref != "" {
			parts = append(parts, "@"+ref)
		}
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	slices.Sort(parts)
	return strings.Join(parts, "\x00")
}

// Splits returns the dimensions and locations of a measurement in words: "sex:
// female". Locations stand behind the word given.
func Splits(m *schema.Measurement, location string) []string {
	var list []string
	for _, d := range m.Dimensions {
		list = append(list, Words(d.Category.Value)+": "+Words(d.Value.Value))
	}
	for _, l := range m.Locations {
		list = append(list, location+" "+Words(l.Ref.Value))
	}
	return list
}
