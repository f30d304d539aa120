// Package spreadsheet recognises values that spreadsheet programs changed.
package spreadsheet

import (
	"slices"
	"strings"
)

// Mangled returns what a spreadsheet made of a value, in words: the error of a
// formula, a formula without its result, a number in scientific notation, a date in place
// of a number or code; "" where it did nothing.
func Mangled(value string) string {
	value = strings.TrimSpace(value)
	switch {
	case Formula(value):
		return "a formula that was never worked out"
	case !strings.ContainsAny(value, "#+-"):
	case Broken(value):
		return "the error of a formula"
	case scientific(value):
		return "a number in a spreadsheet's short form"
	case autoDate(value):
		return "a date that a spreadsheet made of something else"
	}
	return ""
}

// Formula reports whether a text is a formula in place of its result: =SUM(J2:J9).
func Formula(value string) bool {
	rest, ok := strings.CutPrefix(value, "=")
	return ok && (rest == "…" || strings.ContainsAny(rest, "(!:&") && !strings.HasPrefix(rest, " ") || cell(rest))
}

// cell reports whether a text begins with the name of a cell: J2, $B$7.
func cell(s string) bool {
	column := strings.TrimPrefix(s, "$")
	row := strings.TrimLeft(column, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return row != column && strings.TrimLeft(strings.TrimPrefix(row, "$"), "0123456789") != strings.TrimPrefix(row, "$")
}

// Broken reports whether a value is the error that a formula leaves in place of its
// result.
func Broken(value string) bool {
	value = strings.TrimSpace(value)
	return strings.HasPrefix(value, "#") && slices.ContainsFunc(errors, func(e string) bool { return strings.HasPrefix(strings.ToUpper(value), e) })
}

var errors = []string{"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"}

// scientific reports whether a value is like 1E+05, 2.5E+07, 1.23457E-05.
func scientific(s string) bool {
	mantissa, exponent, found := strings.Cut(strings.ToUpper(s), "E")
	if !found || len(exponent) < 2 || exponent[0] != '+' && exponent[0] != '-' {
		return false
	}
	return digits(exponent[1:]) && digits(strings.Replace(strings.TrimPrefix(mantissa, "-"), ".", "", 1))
}

// autoDate reports whether a value is like 10-Jan, Jan-10, 1-Mar-24, 2024-01-10
// 00:00:00.
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
