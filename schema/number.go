package schema

import (
	"math"
	"strconv"
	"strings"
)

// ParseNumber reads a value as the official validator's rules 8.8.2, 8.9.2 and
// 8.10.2 do: surrounding spaces, an optional minus sign, then digits with an
// optional fraction, or a fraction alone. No thousands separators, exponents,
// plus signs or units.
func ParseNumber(s string) (float64, bool) {
	s = trimXMLSpace(s)
	whole, fraction, fractional := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	_, wholeOK := digits(whole)
	_, fractionOK := digits(fraction)
	if !fractionOK && fractional || !wholeOK && (!fractional || whole != "") {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && !math.IsInf(f, 0)
}

// ParseBool reads an xsd:boolean: true, false, 1, 0.
func ParseBool(s string) (value, ok bool) {
	switch trimXMLSpace(s) {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	}
	return false, false
}

// ParseYear reads a year of four digits.
func ParseYear(s string) (int, bool) {
	s = trimXMLSpace(s)
	if len(s) != 4 {
		return 0, false
	}
	return digits(s)
}

func trimXMLSpace(s string) string {
	if s == "" || s[0] > ' ' && s[len(s)-1] > ' ' {
		return s
	}
	return strings.Trim(s, " \t\n\r")
}
