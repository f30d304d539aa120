package history

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// quoted returns the beginning of a text in quotation marks, for messages.
func quoted(s string) string { return strconv.Quote(phrase.Shorten(s, 60)) }

// titled names a result or indicator by its title.
func titled(noun string, title *schema.Prose) string {
	if text := describe.Text(title); strings.TrimSpace(text) != "" {
		return "the " + noun + " " + quoted(text)
	}
	return "the " + noun + " without a title"
}

// entryName names an entry: "outcome XM-DAC-41146-MLI_D_1.1".
func entryName(e *schema.Entry) string {
	if id := strings.TrimSpace(e.Identifier.Value); id != "" {
		return string(e.Kind) + " " + id
	}
	return string(e.Kind) + " " + quoted(describe.Text(e.Title))
}

// years names a period: "2024", "2022 to 2024", or by its dates.
func years(period *schema.Period) string {
	start, end := period.Start, period.End
	switch {
	case !start.OK || !end.OK:
		return strings.Trim(strings.TrimSpace(start.Value)+" to "+strings.TrimSpace(end.Value), " ")
	case start.Parsed.Month != 1 || start.Parsed.Day != 1 || end.Parsed.Month != 12 || end.Parsed.Day != 31:
		return start.Parsed.String() + " to " + end.Parsed.String()
	case start.Parsed.Year == end.Parsed.Year:
		return fmt.Sprint(end.Parsed.Year)
	}
	return fmt.Sprintf("%d to %d", start.Parsed.Year, end.Parsed.Year)
}

// measurement names a baseline, target or actual: "the target for 2024 (sex: female)".
func measurement(m *schema.Measurement) string {
	name := "the " + m.Name()
	if period := m.Period(); period != nil {
		if t := years(period); t != "" && t != "to" {
			name += " for " + t
		}
	}
	if m.Disaggregated() {
		name += " (" + splits(m) + ")"
	}
	return name
}

// splits names the part of a total that a measurement is: "sex: female".
func splits(m *schema.Measurement) string {
	return strings.Join(describe.Splits(m, "location:"), ", ")
}

// countOf returns a number of things: "1 target", "2 targets".
func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func trimmed(t schema.Text) string { return strings.TrimSpace(t.Value) }
