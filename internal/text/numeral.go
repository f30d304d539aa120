package text

import (
	"strconv"
	"strings"
)

// shape is how a numeral is written.
type shape uint8

const (
	notNumber shape = iota
	whole           // 42, 1,200
	decimal         // 1.5
	dotted          // 1.2.3: a section or an address, no number
	listed          // 1,2,3
)

// numeral reads digits with . and , between them. Three digits after a single
// comma are thousands in every language; after a single full stop in all but
// English, and but for a leading zero.
func numeral(s string, l language) (value float64, _ shape) {
	var digits [40]byte
	n, dots, commas, lastSep, groups := 0, 0, 0, -1, true
	run := 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if n < len(digits) {
				digits[n] = c
				n++
			}
			run++
		case c == '.' || c == ',':
			if lastSep < 0 && (run > 3 || run == 0 || s[0] == '0') || lastSep >= 0 && run != 3 {
				groups = false
			}
			if c == '.' {
				dots++
			} else {
				commas++
			}
			lastSep, run = i, 0
		default:
			return 0, notNumber
		}
	}
	if n == 0 || n > 18 {
		return 0, notNumber
	}
	after := len(s) - 1 - lastSep // digits behind the last separator
	asInt := func() float64 {
		v, _ := strconv.ParseFloat(string(digits[:n]), 64)
		return v
	}
	asDecimal := func() float64 {
		v, _ := strconv.ParseFloat(string(digits[:n-after])+"."+string(digits[n-after:n]), 64)
		return v
	}
	switch {
	case lastSep < 0:
		return asInt(), whole
	case dots+commas == 1:
		thousands := groups && after == 3 && (commas == 1 || l != english && l != other || s[lastSep:] == ".000")
		if thousands {
			return asInt(), whole
		}
		return asDecimal(), decimal
	case dots == 0 || commas == 0:
		if after == 3 && (groups || dots == 0 && inLakhs(s)) {
			return asInt(), whole
		}
		if dots > 0 {
			return 0, dotted
		}
		return 0, listed
	case s[lastSep] == '.' && dots == 1 && groups, s[lastSep] == ',' && commas == 1 && groups:
		return asDecimal(), decimal
	}
	return 0, listed
}

// inLakhs reports whether digits are in the groups of South Asia: 12,50,000.
func inLakhs(s string) bool {
	groups := strings.Split(s, ",")
	for _, g := range groups[1 : len(groups)-1] {
		if len(g) != 2 {
			return false
		}
	}
	return len(groups[0]) <= 2
}

// year reports whether a numeral is four digits that can be a year.
func year(s string) (int, bool) {
	if len(s) != 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, 1900 <= n && n <= 2100
}

// smallInt reads up to four digits.
func smallInt(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
