package values

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Number returns the number of a measurement, whatever its format: 1,000 and 10%
// too.
func Number(m *schema.Measurement) (float64, bool) {
	if m.Value.OK {
		return m.Value.Parsed, true
	}
	plain, ok := Plain(m.Value.Value)
	if !ok {
		return 0, false
	}
	return schema.ParseNumber(plain)
}

// Plain rewrites a number in another format, such as 1,000, 1 000, 10% or +5. A
// lone comma before other than three digits may be a decimal comma and is left to
// the author.
func Plain(s string) (string, bool) {
	s = strings.TrimSpace(s)
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	s = strings.TrimPrefix(s, "+")
	s = strings.TrimSuffix(s, ".")
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, hasFraction := strings.Cut(s, ".")
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == ',' || r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\'' })
	if len(groups) == 0 || len(groups[0]) > 3 && len(groups) > 1 {
		return "", false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return "", false
		}
	}
	plain := sign + strings.Join(groups, "")
	if hasFraction {
		plain += "." + fraction
	}
	_, ok := schema.ParseNumber(plain)
	return plain, ok
}
