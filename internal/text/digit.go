package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ASCIIDigits returns a text with the digits of every script as 0 to 9, and with the
// separators between them as full stop and comma: ٣٨٬٤٠٠ as 38,400.
func ASCIIDigits(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '٬', '،', '，':
			return ','
		case '٫', '．':
			return '.'
		}
		if r >= utf8.RuneSelf && unicode.IsDigit(r) {
			return '0' + digitValue(r)
		}
		return r
	}, s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// digitValue returns what a decimal digit of any script is worth. Unicode has the ten
// of a script in a row.
func digitValue(r rune) rune {
	for _, x := range unicode.Nd.R16 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return (r - rune(x.Lo)) % 10
		}
	}
	for _, x := range unicode.Nd.R32 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return (r - rune(x.Lo)) % 10
		}
	}
	return 0
}
