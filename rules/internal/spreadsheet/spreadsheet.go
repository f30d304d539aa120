// Package spreadsheet recognises what spreadsheet programs make of values.
package spreadsheet

import "strings"

// Mangled says what a spreadsheet did to a value: an error in place of a result,
// a number in scientific notation, a number or code turned into a date; "" where
// it did nothing.
func Mangled(value string) string {
	value = strings.TrimSpace(value)
	if plain(value) {
		return ""
	}
	switch {
	case Broken(value):
		return "the error of a formula"
	case scientific(value):
		return "a number in a spreadsheet's short form"
	case autoDate(value):
		return "a date that a spreadsheet made of something else"
	}
	return ""
}

// plain tells numbers, and words without a mark in them: nothing to look at.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '.':
		default:
			return false
		}
	}
	return true
}

// Broken tells the error that a formula leaves in place of its result.
func Broken(value string) bool {
	value = strings.TrimSpace(value)
	if value == "" || value[0] != '#' {
		return false
	}
	for _, e := range errors {
		if strings.HasPrefix(strings.ToUpper(value), e) {
			return true
		}
	}
	return false
}

var errors = []string{"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"}

// scientific tells 1E+05, 2.5E+07, 1.23457E-05.
func scientific(s string) bool {
	mantissa, exponent, found := strings.Cut(strings.ToUpper(s), "E")
	if !found || len(exponent) < 2 || exponent[0] != '+' && exponent[0] != '-' {
		return false
	}
	return digits(exponent[1:]) && digits(strings.Replace(strings.TrimPrefix(mantissa, "-"), ".", "", 1))
}

// autoDate tells 10-Jan, Jan-10, 1-Mar-24, 2024-01-10 00:00:00.
func autoDate(s string) bool {
	if day, clock, found := strings.Cut(s, " "); found && len(day) == 10 && day[4] == '-' && day[7] == '-' && strings.Trim(clock, "0:") == "" {
		return true
	}
	parts := strings.Split(s, "-")
	if len(parts) != 2 && len(parts) != 3 {
		return false
	}
	months := 0
	for _, part := range parts {
		switch {
		case month(part):
			months++
		case !digits(part) || len(part) > 2 && len(part) != 4:
			return false
		}
	}
	return months == 1
}

func month(s string) bool {
	switch s { // as spreadsheets write them; MAR-01 may be a code
	case "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
