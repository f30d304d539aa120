package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// TestDigitsOfEveryScript: numbers are the same in the digits of every script.
func TestDigitsOfEveryScript(t *testing.T) {
	const text = "In all, 42 women and 1,200.5 tons came on 12 March 2021 at 10:30 under article 14, in 10-15 schools, 65 % of 1 200 000 girls.\n1. Train 05 judges\n2) In 2023 for USD 300"
	numbers := func(s string) (list []string) {
		for _, n := range Analyse(s, "en").Numbers() {
			list = append(list, say(n))
		}
		return list
	}
	want := numbers(text)
	scripts := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !unicode.IsDigit(r) || digitValue(r) != 0 {
			continue
		}
		scripts++
		written := strings.Map(func(c rune) rune {
			if '0' <= c && c <= '9' {
				return r + c - '0'
			}
			return c
		}, text)
		if got := numbers(written); !slices.Equal(got, want) {
			t.Errorf("%U: got %q, want %q", r, got, want)
		}
		if got := ASCIIDigits(written); got != text {
			t.Errorf("%U: got %q", r, got)
		}
	}
	if scripts < 60 {
		t.Errorf("only %d scripts", scripts)
	}
}

func TestASCIIDigits(t *testing.T) {
	for s, want := range map[string]string{"٣٨٬٤٠٠": "38,400", "٣٫٥": "3.5", "１，２００": "1,200", "۱۲ نفر": "12 نفر", "1,200": "1,200", "été 5": "été 5"} {
		if got := ASCIIDigits(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
