package iati

import "bytes"

// The types in this file occur in no structure of the standard; only an xsi:type
// on an element of another namespace can ask for them.

// isPartOfDate: the types of XML Schema that are parts of a date or a time.
func isPartOfDate(t simpleType, b []byte) bool {
	ok := true
	if t != typeGYear && t != typeGYearMonth {
		b = trimLeft(b) // but not at the end: libxml2
	}
	switch t {
	case typeTime:
		b, ok = cutTime(b)
	case typeGYear:
		b, ok = cutYear(b)
	case typeGYearMonth:
		if b, ok = cutYear(b); ok && len(b) > 0 && b[0] == '-' {
			b, ok = cutNumber(b[1:], 12)
		} else {
			ok = false
		}
	case typeGMonth:
		b, ok = cutMarked(b, "--", 12)
	case typeGMonthDay:
		month := 0
		if len(b) >= 4 {
			month, _ = twoDigits(b[2:])
		}
		if b, ok = cutMarked(b, "--", 12); ok {
			b, ok = cutMarked(b, "-", daysIn(2000, month))
		}
	case typeGDay:
		b, ok = cutMarked(b, "---", 31)
	}
	return ok && isZone(b)
}

func cutMarked(b []byte, mark string, most int) ([]byte, bool) {
	if len(b) < len(mark) || string(b[:len(mark)]) != mark {
		return nil, false
	}
	return cutNumber(b[len(mark):], most)
}

func cutNumber(b []byte, most int) ([]byte, bool) {
	if len(b) < 2 {
		return nil, false
	}
	n, ok := twoDigits(b)
	return b[2:], ok && n >= 1 && n <= most
}

// isFloat: INF, -INF, NaN, or a decimal number with an optional exponent.
// libxml2 lets the digits of the exponent be missing.
func isFloat(b []byte) bool {
	switch b = trimLeft(b); string(b) {
	case "INF", "-INF", "NaN":
		return true
	}
	b = collapse(b)
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		b = b[1:]
	}
	whole, b := cutDigits(b)
	fraction := 0
	if len(b) > 0 && b[0] == '.' {
		fraction, b = cutDigits(b[1:])
	}
	if whole+fraction == 0 {
		return false
	}
	if len(b) > 0 && b[0]|0x20 == 'e' {
		b = b[1:]
		if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
			b = b[1:]
		}
		_, b = cutDigits(b)
	}
	return len(b) == 0
}

func cutDigits(b []byte) (int, []byte) {
	n := 0
	for n < len(b) && isDigit(b[n]) {
		n++
	}
	return n, b[n:]
}

func isHexBinary(b []byte) bool {
	return len(b)%2 == 0 && len(bytes.Trim(b, "0123456789abcdefABCDEF")) == 0
}

func trimLeft(b []byte) []byte {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	return b
}
