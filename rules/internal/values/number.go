package values

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/text"
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

// Plain rewrites a number in another format, such as 1,000, 1.000.000, 1 000, 10%,
// +5 or ١٢٠٠. A lone comma before other than three digits may be a decimal comma and
// is left to the author.
func Plain(s string) (string, bool) {
	s = strings.TrimRight(strings.TrimSpace(text.ASCIIDigits(s)), "%٪％ \u00a0\u202f.")
	s = strings.TrimPrefix(s, "+")
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction := s, ""
	if at := decimalMark(s); at >= 0 {
		whole, fraction = s[:at], s[at:]
	}
	separators := func(r rune) bool { return strings.ContainsRune(",.'’", r) || unicode.IsSpace(r) }
	groups := strings.FieldsFunc(whole, separators)
	if len(groups) == 0 || !grouped(groups) {
		return "", false
	}
	plain := sign + strings.Join(groups, "") + strings.Replace(fraction, ",", ".", 1)
	_, ok := schema.ParseNumber(plain)
	return plain, ok
}

// decimalMark returns where the decimal point or comma stands: a full stop or comma
// that is the only one of its kind behind separators of another; -1 for none.
func decimalMark(s string) int {
	at := strings.LastIndexAny(s, ".,")
	if at < 0 || strings.Count(s, s[at:at+1]) > 1 {
		return -1
	}
	if s[at] == '.' {
		return at
	}
	if strings.ContainsAny(s[:at], ".'’ \u00a0\u202f") {
		return at // 1.200,50
	}
	return -1
}

// grouped reports whether digits are in groups of thousands, or of lakhs and crores:
// 1,200,000 and 12,00,000.
func grouped(groups []string) bool {
	first, last := groups[0], len(groups)-1
	if last == 0 {
		return true
	}
	sized := func(n int) bool {
		return !slices.ContainsFunc(groups[1:last], func(g string) bool { return len(g) != n })
	}
	return len(groups[last]) == 3 && (len(first) <= 3 && sized(3) || len(first) <= 2 && sized(2))
}
