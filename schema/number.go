package schema

import (
	"math"
	"strconv"
)

// ParseNumber reads a value as the official validator's rules 8.8.2, 8.9.2 and
// 8.10.2 do: surrounding spaces, an optional minus sign, then digits with an
// optional fraction, or a fraction alone. No thousands separators, exponents,
// plus signs or units.
func ParseNumber(s string) (float64, bool) {
	s = trimXMLSpace(s)
	rest := s
	if rest != "" && rest[0] == '-' {
		rest = rest[1:]
	}
	whole := countDigits(rest)
	if whole == len(rest) && whole > 0 {
		return parsedFloat(s)
	}
	if whole == len(rest) || rest[whole] != '.' {
		return 0, false
	}
	fraction := rest[whole+1:]
	if len(fraction) == 0 || countDigits(fraction) != len(fraction) {
		return 0, false
	}
	return parsedFloat(s)
}

func parsedFloat(s string) (float64, bool) {
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && !math.IsInf(f, 0)
}

func countDigits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
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
	for s != "" && isXMLSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isXMLSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func isXMLSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
