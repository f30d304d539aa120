package schema

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2024-02-29":           "2024-02-29",
		" 2024-01-31 ":         "2024-01-31",
		"2024-01-31Z":          "2024-01-31",
		"2024-01-31+02:00":     "2024-01-31",
		"2024-01-31-14:00":     "2024-01-31",
		"2024-01-31T10:00:00Z": "2024-01-31",
		"2023-02-29":           "",
		"2024-13-01":           "",
		"2024-00-10":           "",
		"2024-01-00":           "",
		"2024-1-31":            "",
		"31/01/2024":           "",
		"2024-01-31+15:00":     "",
		"2024-01-31 10:00":     "",
		"20240131":             "",
		"":                     "",
		"0000-01-01":           "",
		"２０２４-01-31":           "",
		"2024-01-31Zulu":       "",
	} {
		got, ok := ParseDate(in)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("ParseDate(%q) = %v, %v; want %q", in, got, ok, want)
		}
	}
}

func TestDateOrder(t *testing.T) {
	day := DateOf(time.Date(2024, 2, 28, 23, 0, 0, 0, time.UTC))
	next := day.AddDays(2)
	if next.String() != "2024-03-01" || !day.Before(next) || !next.After(day) || day.Compare(day) != 0 {
		t.Errorf("two days after %v is %v", day, next)
	}
	if (Date{}).IsZero() != true || day.IsZero() {
		t.Error("IsZero")
	}
}

// The official grammar of numbers: rules 8.8.2, 8.9.2 and 8.10.2.
func TestParseNumber(t *testing.T) {
	for in, want := range map[string]float64{
		"0": 0, "007": 7, " 12 ": 12, "-3": -3, "1.5": 1.5, ".5": .5, "-.5": -.5, "100000000000000000000": 1e20,
	} {
		if got, ok := ParseNumber(in); !ok || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", in, got, ok, want)
		}
	}
	for _, in := range []string{"", " ", "1,000", "1 000", "10%", "+5", "5.", "1e3", "NaN", "N/A", "-", ".", "--1", "1.2.3", "Inf", "0x10", "1\u00a0000", "٣"} {
		if got, ok := ParseNumber(in); ok {
			t.Errorf("ParseNumber(%q) = %v, want none", in, got)
		}
	}
}

func TestParseBoolAndYear(t *testing.T) {
	for in, want := range map[string]bool{"true": true, "1": true, "false": false, "0": false, " true ": true} {
		if got, ok := ParseBool(in); !ok || got != want {
			t.Errorf("ParseBool(%q) = %v, %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "True", "yes", "01"} {
		if _, ok := ParseBool(in); ok {
			t.Errorf("ParseBool(%q) is accepted", in)
		}
	}
	if y, ok := ParseYear(" 2024 "); !ok || y != 2024 {
		t.Errorf("ParseYear = %v, %v", y, ok)
	}
	for _, in := range []string{"", "24", "2024.0", "02024", "year"} {
		if _, ok := ParseYear(in); ok {
			t.Errorf("ParseYear(%q) is accepted", in)
		}
	}
}
