package text

import "testing"

func TestSieve(t *testing.T) {
	var v Sieve
	if v.In("anything") {
		t.Error("a sieve without a word lets a text through")
	}
	for _, words := range []string{"women", "un sinnúmero de", "d'hectares"} {
		v.Add(words)
	}
	for text, want := range map[string]bool{
		"45 women": true, "Women": true, "WOMEN trained": true, "“women”": true, "women's": true, "(women)": true,
		"SINNÚMERO": true, "d’hectares": true, "d'Hectares": true,
		"womenfolk": false, "": false, "un de": false, "45 %": false, "écoles": false,
	} {
		if got := v.In(text); got != want {
			t.Errorf("In(%q) = %v", text, got)
		}
	}
}
