package text

import (
	"fmt"
	"strings"
	"testing"
)

// sayTruncation lists the signs of a text.
func sayTruncation(s string, t Truncation) string {
	var out []string
	add := func(is bool, what string) {
		if is {
			out = append(out, what)
		}
	}
	add(t.Closed, "closed")
	add(t.Limit > 0, fmt.Sprint("limit ", t.Limit))
	add(t.Cut == LikelyCut, "cut")
	add(t.Cut == MayBeCut, "maybe cut")
	add(t.Dangling != NotDangling, t.Dangling.String()+" "+t.DanglingAt.Of(s))
	add(!t.Ellipsis.IsZero(), "ellipsis "+t.Ellipsis.Of(s))
	add(!t.ReadMore.IsZero(), "more "+t.ReadMore.Of(s))
	add(!t.OpenBracket.IsZero(), "open "+t.OpenBracket.Of(s))
	add(!t.OpenQuote.IsZero(), "open "+t.OpenQuote.Of(s))
	add(!t.LowerStart.IsZero(), "lower "+t.LowerStart.Of(s))
	add(!t.PunctStart.IsZero(), "punct "+t.PunctStart.Of(s))
	return strings.Join(out, ", ")
}

// upTo cuts sentences off at n code points.
func upTo(n int) string {
	s := strings.Repeat("Women councillors of the northern towns planned their budgets openly. ", n/60+1)
	return s[:n]
}

func TestTruncation(t *testing.T) {
	pad := "Women " + strings.Repeat("also ", 60)
	exact := pad[:249] + "vote."
	for len(exact) < 255 {
		exact = "A" + exact
	}
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Women planned the budgets.", "closed"},
		{"en", "Women planned the budgets", ""},
		{"en", "Women planned (and won.)", "closed"},
		{"en", "She said “we won.”", "closed"},
		{"en", "Did they win?", "closed"},
		{"en", "Women planned the budgets and", "conjunction and"},
		{"en", "Women planned the", "article the"},
		{"en", "Women planned budgets of", "preposition of"},
		{"en", "Women planned budgets,", "comma ,"},
		{"en", "Women planned budgets/", "slash /"},
		{"en", "Women planned gender-", "hyphen -"},
		{"en", "Women planned budgets (", "bracket (, open ("},
		{"en", "Women planned budgets (towns", "open ("},
		{"en", "Women planned “budgets", "open “"},
		{"en", "Women planned \"budgets", "open \""},
		{"en", "Women planned “budgets”", ""},
		{"en", "Women planned the budgets…", "ellipsis …"},
		{"en", "Women planned the budgets...", "ellipsis ..."},
		{"en", "Women planned the budgets [...]", "ellipsis [...]"},
		{"en", "Women planned the budgets. Read more", "more Read more"},
		{"en", "Women planned the budgets [more]", "more [more]"},
		{"en", "Children learned to read more.", "closed"},
		{"en", "Women will", ""},
		{"en", "The women councillors will", "auxiliary verb will"},
		{"en", "Alerts that were responded to", ""},
		{"en", "Women wish to take part", ""},
		{"en", "and women planned budgets.", "closed, lower and"},
		{"en", ", women planned budgets.", "closed, lower women, punct ,"},
		{"en", "eSkills for women.", "closed"},
		{"en", "a) women planned budgets.", "closed"},
		{"en", "Women and the governme", "cut"},
		{"en", "Women of the town p", "cut"},
		{"en", upTo(255), "limit 255, maybe cut"},
		{"en", upTo(500), "limit 500, maybe cut"},
		{"en", upTo(1999), "limit 1999, maybe cut"},
		{"en", exact, "closed, limit 255"},
		{"fr", "Les femmes ont voté et", "conjunction et"},
		{"fr", "Les femmes ont voté dans les", "article les"},
		{"fr", "Les femmes ont voté.", "closed"},
		{"fr", "Les femmes ont bénéficié de", "preposition de"},
		{"es", "Las mujeres votaron y", "conjunction y"},
		{"es", "Las mujeres votaron en la", "article la"},
		{"pt", "As mulheres votaram para", "preposition para"},
		{"pt", "As mulheres votaram. Ler mais", "more Ler mais"},
		{"", "Women planned and", ""},
		{"", "", ""},
	} {
		got := sayTruncation(c.text, Analyse(c.text, c.lang).Truncation())
		if c.lang == "en" && strings.HasPrefix(c.want, "limit") && !strings.HasPrefix(got, c.want[:9]) {
			t.Errorf("%d characters: got %q", len(c.text), got)
		} else if !strings.HasPrefix(c.want, "limit") && got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}
