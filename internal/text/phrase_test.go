package text

import (
	"strings"
	"testing"
)

// The phrase around the word in braces is what stands between bars.
func TestPhrase(t *testing.T) {
	for _, marked := range []string{
		"One is told. |Two {is} told.| Three is told.",
		"The project “|Agua {para} todos|” began.",
		"|The {project} |“Agua para todos” began.",
		"The project \"|Agua {para} todos|\" began.",
		"The project '|Agua {para} todos|' began.",
		"The project ‘|Agua {para} l’Horta|’ began.",
		"|The women's {project} is the village's.|",
		"Le projet «| Eau {pour} tous |» commence.",
		"The project (|Agua {para} todos|) began.",
		"Water and/or seeds /| Agua {para} todos| / Eau pour tous",
		"|{Agua} para todos|\nWater for all",
		"|{Agua}|",
	} {
		plain := strings.NewReplacer("|", "", "{", "", "}", "").Replace(marked)
		at := strings.Index(strings.ReplaceAll(marked, "|", ""), "{")
		word := Span{at, at + strings.Index(marked, "}") - strings.Index(marked, "{") - 1}
		_, want, _ := strings.Cut(strings.NewReplacer("{", "", "}", "").Replace(marked), "|")
		want, _, _ = strings.Cut(want, "|")
		if got := Analyse(plain, "en").Phrase(word).Of(plain); strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s: the phrase is %q, want %q", marked, got, want)
		}
	}
}
