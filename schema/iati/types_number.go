package iati

import "bytes"

// maxDigits is how many significant digits libxml2 keeps of a number; more make
// it reject the value.
const maxDigits = 24

// isDecimal: optional sign, digits, optional point and digits; at least one
// digit. A sign followed by nothing but blanks passes in libxml2.
func isDecimal(text []byte) bool {
	b := collapse(text)
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		b = b[1:]
		if len(b) == 0 {
			return isBlank(text[len(text)-1])
		}
	}
	digits, rest := cutDigits(b)
	significant := len(bytes.TrimLeft(b[:digits], "0"))
	if len(rest) > 0 && rest[0] == '.' {
		if significant >= maxDigits {
			return false
		}
		var decimals int
		decimals, rest = cutDigits(rest[1:])
		digits, significant = digits+decimals, significant+decimals
	}
	return digits > 0 && len(rest) == 0 && significant <= maxDigits
}

// bounds are the limits of an integer type; a nil limit is none.
type bounds struct {
	// negative and positive hold the largest number allowed, without sign, on
	// either side of zero: "" means no limit, "-" that none is allowed.
	negative, positive string
	noZero             bool
	// machine marks the types of machine words: blanks around them are not
	// taken off, and those that are unsigned take no sign at all.
	machine bool
}

var integerBounds = [...]bounds{
	typeInt:                {"2147483648", "2147483647", false, true},
	typeNonNegativeInteger: {"-", "", false, false},
	typePositiveInteger:    {"-", "", true, false},
	typeInteger:            {"", "", false, false},
	typeNegativeInteger:    {"", "-", true, false},
	typeNonPositiveInteger: {"", "-", false, false},
	typeLong:               {"9223372036854775808", "9223372036854775807", false, true},
	typeShort:              {"32768", "32767", false, true},
	typeByte:               {"128", "127", false, true},
	typeUnsignedLong:       {"-", "18446744073709551615", false, true},
	typeUnsignedInt:        {"-", "4294967295", false, true},
	typeUnsignedShort:      {"-", "65535", false, true},
	typeUnsignedByte:       {"-", "255", false, true},
}

func (limit bounds) accepts(b []byte) bool {
	side := limit.positive
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		if limit.machine && limit.negative == "-" {
			return false
		}
		if b[0] == '-' {
			side = limit.negative
		}
		b = b[1:]
	}
	if digits, _ := cutDigits(b); digits == 0 || digits < len(b) {
		return false
	}
	b = bytes.TrimLeft(b, "0")
	switch {
	case len(b) == 0:
		return !limit.noZero
	case side == "-" || len(b) > maxDigits:
		return false
	case side == "" || len(b) < len(side):
		return true
	}
	return len(b) == len(side) && string(b) <= side
}
