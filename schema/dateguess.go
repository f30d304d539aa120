package schema

import (
	"fmt"
	"strings"
	"time"
)

// DateReadings returns the days that may be meant by a date in another form than
// the standard's: 31/12/2024, 31.12.2024, 2024/12/31, 20241231, 31 Dec 2024.
// Two readings mean that day and month can't be told apart.
func DateReadings(s string) []Date {
	s = trimXMLSpace(s)
	var readings []Date
	for _, layout := range dateLayouts {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		if d := DateOf(t); len(readings) == 0 || readings[0] != d {
			readings = append(readings, d)
		}
	}
	return readings
}

var dateLayouts = []string{
	"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04:05", time.RFC3339,
	"2/1/2006", "1/2/2006", "2.1.2006", "2-1-2006", "1-2-2006",
	"2 Jan 2006", "2 January 2006", "2-Jan-2006", "Jan 2, 2006", "January 2, 2006",
}

// SerialDate parses a date as spreadsheets count it, in days since 1899-12-30:
// 45292 is 2024-01-01. Only numbers of the years 1982 to 2064 are accepted.
func SerialDate(s string) (Date, bool) {
	s, _, _ = strings.Cut(trimXMLSpace(s), ".")
	n, ok := digits(s)
	if !ok || n < 30000 || n > 60000 {
		return Date{}, false
	}
	return Date{1899, 12, 30}.AddDays(n), true
}

// InvalidDateFault returns the fault of a text that should be a date: InvalidDate,
// or MangledValue for the serial number of a spreadsheet. what names the field, as
// in "the start of the period".
func InvalidDateFault(what, value string, at Range) Fault {
	f := Fault{Kind: InvalidDate, At: at, Hint: "write year-month-day, such as 2024-12-31"}
	rewrite := func(d Date, safe bool) {
		f.Fix = &Replacement{Title: "write " + d.String(), At: at, Text: d.String(), Safe: safe}
		f.Hint = ""
	}
	trimmed := trimXMLSpace(value)
	if d, ok := SerialDate(value); ok {
		f.Kind = MangledValue
		f.Message = fmt.Sprintf("%s is %q, which is how a spreadsheet counts days: %s", what, value, d)
		rewrite(d, false)
		return f
	}
	readings := DateReadings(value)
	switch {
	case trimmed == "":
		f.Message = what + " is empty"
	case len(readings) == 1 && trimmed == readings[0].String():
		f.Message = fmt.Sprintf("%s is %q with white space beside it", what, trimmed)
	case len(readings) == 2:
		f.Message = fmt.Sprintf("%s is %q, which may be %s or %s", what, value, readings[0], readings[1])
	default:
		f.Message = fmt.Sprintf("%s is %q, which is no date", what, value)
	}
	if len(trimmed) == 10 && trimmed[4] == '-' && trimmed[7] == '-' && len(readings) == 0 {
		f.Message += " of the calendar"
		f.Hint = "correct the day or the month"
	}
	if len(readings) == 1 {
		rewrite(readings[0], trimmed == readings[0].String())
	}
	return f
}
