package text

import "testing"

func TestStatement(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{ // the change word, "activity", "noun phrase" or ""
		{"en", "By 2026, rural families, including children, have more equitable access to clean water.", "more"},
		{"en", "Women participate in local councils", "participate"},
		{"en", "Increased participation of women in councils", "Increased"},
		{"en", "Girls live free of violence", "live"},
		{"en", "Parliament adopts fair laws", "adopts"},
		{"en", "Laws on violence adopted and implemented", "adopted"},
		{"en", "Women are able to lead firms", "able"},
		{"en", "Women farmers benefit from better roads", "benefit"},
		{"en", "Reduced violence against girls", "Reduced"},
		{"en", "Institutions have strengthened capacities", "strengthened"},
		{"en", "Stronger courts", "Stronger"},
		{"en", "Preventing violence during votes and promoting fair rule", "activity"},
		{"en", "Training of judges", "activity"},
		{"en", "Support to courts", "activity"},
		{"en", "Provide support to courts", "activity"},
		{"en", "To train judges on law", "activity"},
		{"en", "The office organised a workshop on law", "activity"},
		{"en", "Workshop on law", "activity"},
		{"en", "Building Trust Core Indicators", "noun phrase"},
		{"en", "Defining core indicators", "activity"},
		{"en", "UN System Coordination", "noun phrase"},
		{"en", "Management effectiveness", "noun phrase"},
		{"en", "Access to justice", "noun phrase"},
		{"en", "Peace and security", "noun phrase"},
		{"fr", "Les femmes participent aux conseils", "participent"},
		{"fr", "Accès accru à la justice", "accru"},
		{"fr", "Formation des juges", "activity"},
		{"fr", "Appuyer les tribunaux", "activity"},
		{"fr", "Coordination du système", "noun phrase"},
		{"es", "Las mujeres participan en los consejos", "participan"},
		{"es", "Fortalecer los tribunales", "activity"},
		{"es", "Capacitación de jueces", "activity"},
		{"es", "Coordinación del sistema", "noun phrase"},
		{"pt", "As mulheres participam nos conselhos", "participam"},
		{"pt", "Reforçar os tribunais", "activity"},
		{"pt", "Gestão eficaz", "noun phrase"},
		{"", "Women participate", ""},
	} {
		s := Analyse(c.text, c.lang).Statement()
		got := ""
		switch {
		case !s.ChangeWord.IsZero():
			got = s.ChangeWord.Of(c.text)
		case s.ActivityOnly:
			got = "activity"
		case s.NounPhraseOnly:
			got = "noun phrase"
		}
		if got != c.want {
			t.Errorf("%s %q: got %q, want %q (%+v)", c.lang, c.text, got, c.want, s)
		}
	}
	for text, want := range map[string]bool{
		"Women have increased income and improved health":          true,
		"Women have increased income through training":             true,
		"Women have increased income":                              false,
		"Violence is reduced by passing a law":                     true,
		"Women participate in and benefit from markets":            true,
		"Increased access of women to justice in towns by the sea": false,
	} {
		if got := Analyse(text, "en").Statement().Compound; got != want {
			t.Errorf("%q: compound %v", text, got)
		}
	}
}
