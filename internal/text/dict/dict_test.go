package dict

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

func list(t testing.TB, lang string) *Dict {
	t.Helper()
	d, ok := For(lang)
	if !ok {
		t.Fatalf("no list for %s", lang)
	}
	return d
}

func TestFor(t *testing.T) {
	for lang, want := range map[string]bool{"en": true, "EN": true, "en-GB": true, "pt_BR": true, "fr": true, "es": true,
		"": false, "e": false, "nl": false, "eng": false} {
		if _, ok := For(lang); ok != want {
			t.Errorf("For(%q) = %v, want %v", lang, ok, want)
		}
	}
}

func TestHas(t *testing.T) {
	tests := []struct {
		lang     string
		has, not string
	}{
		{"en", "women strengthened Women WOMEN Paris PARIS organise organize colour color don't analyse analyze", "paris goverment organisse l'eau"},
		{"fr", "femmes développement aujourd'hui Femmes éducation œuvre parties connaît chef", "developpement l'école goverment wommen"},
		{"es", "mujeres desarrollo educación niñas fortalecimiento fortaleciendo", "educacion goverment women"},
		{"pt", "mulheres desenvolvimento educação ação género gênero econômico económico equipe equipa", "educacao goverment women"},
	}
	for _, tt := range tests {
		d := list(t, tt.lang)
		for w := range strings.FieldsSeq(tt.has) {
			if !d.Has(w) {
				t.Errorf("%s has no %s", tt.lang, w)
			}
		}
		for w := range strings.FieldsSeq(tt.not) {
			if d.Has(w) {
				t.Errorf("%s has %s", tt.lang, w)
			}
		}
	}
}

func TestValue(t *testing.T) {
	d := list(t, "en")
	for word, want := range map[string]Value{"women": 0, "colour": GBOnly, "color": USOnly, "organise": GBOnly, "organize": USOnly, "stakeholders": Uncommon} {
		if got, ok := d.Lookup(word); !ok || got != want {
			t.Errorf("Lookup(%s) = %b, %v, want %b", word, got, ok, want)
		}
	}
}

func TestNear(t *testing.T) {
	tests := []struct {
		lang, word string
		first      string // the best suggestion
		edit       Edit
	}{
		{"en", "esnure", "ensure", Transposed},
		{"en", "earthquae", "earthquake", Omitted},
		{"en", "trainning", "training", Doubled},
		{"en", "womenn", "women", Doubled},
		{"en", "sociaal", "social", Doubled},
		{"en", "reducteion", "reduction", Added},
		{"fr", "developpement", "développement", Accents},
		{"es", "poblacion", "población", Accents},
		{"pt", "educacao", "educação", Accents},
		{"en", "zzzzzz", "", 0},
		{"en", "", "", 0},
		{"en", "\xff\xfe", "", 0},
		{"en", strings.Repeat("a", 100), "", 0},
	}
	for _, tt := range tests {
		got := list(t, tt.lang).Near(tt.word, 3)
		switch {
		case tt.first == "" && len(got) > 0 && tt.word != "":
			t.Errorf("Near(%q) = %v", tt.word, got)
		case tt.first != "" && (len(got) == 0 || got[0].Word != tt.first || got[0].Edit != tt.edit):
			t.Errorf("Near(%s) = %+v, want %s by edit %d first", tt.word, got, tt.first, tt.edit)
		}
	}
}

func TestNearTwo(t *testing.T) {
	d := list(t, "en")
	for word, want := range map[string]string{"distrubtion": "distribution", "voilience": "violence", "pastoralists": "", "a": "", "": ""} {
		got := d.NearTwo(word, 1)
		if want == "" && len(got) > 0 || want != "" && (len(got) == 0 || got[0].Word != want) {
			t.Errorf("NearTwo(%s) = %v, want %s", word, got, want)
		}
	}
}

// Suggestions come from the list, and in the same order every time.
func TestNearIsDeterministic(t *testing.T) {
	d := list(t, "en")
	want := d.Near("delected", 0)
	for range 50 {
		if got := d.Near("delected", 0); !slices.Equal(got, want) {
			t.Fatalf("got %v, then %v", want, got)
		}
	}
	for _, s := range want {
		if !d.Has(s.Word) {
			t.Errorf("suggestion %s is not in the list", s.Word)
		}
	}
}

func TestConcurrentReaders(t *testing.T) {
	var group sync.WaitGroup
	for _, lang := range Languages() {
		for range 4 {
			group.Go(func() {
				d, _ := For(lang)
				for range 500 {
					d.Has("resultado")
					d.Near("projet", 2)
				}
			})
		}
	}
	group.Wait()
}

func TestLoadList(t *testing.T) {
	tests := []struct{ name, in, has, not string }{
		{"plain", "# ours\nMopti\n\n  bogolan  \n", "Mopti bogolan", "mopti Bogolan #"},
		{"hunspell", "2\nMopti/SM\nbogolan/S\tpo:noun\n", "Mopti bogolan", "2 Mopti/SM"},
		{"apostrophe", "l’or\n", "l'or", ""},
		{"byte order mark", "\ufeffMopti\n", "Mopti", ""},
	}
	for _, tt := range tests {
		l, err := LoadList(strings.NewReader(tt.in))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		for w := range strings.FieldsSeq(tt.has) {
			if !l.Has(w) {
				t.Errorf("%s: no %s", tt.name, w)
			}
		}
		for w := range strings.FieldsSeq(tt.not) {
			if l.Has(w) {
				t.Errorf("%s: has %s", tt.name, w)
			}
		}
	}
	if _, err := LoadList(strings.NewReader("good\nb\xffd\n")); err == nil {
		t.Error("bad UTF-8 is accepted")
	}
}

func FuzzNear(f *testing.F) {
	f.Add("esnure")
	f.Add("développemnt")
	f.Fuzz(func(t *testing.T, word string) {
		for _, lang := range Languages() {
			d, _ := For(lang)
			for _, s := range append(d.Near(word, 0), d.NearTwo(word, 0)...) {
				if _, ok := d.Lookup(s.Word); !ok || s.Word == word {
					t.Errorf("%s: Near(%q) has %q", lang, word, s.Word)
				}
			}
		}
	})
}

func BenchmarkHas(b *testing.B) {
	d := list(b, "en")
	words := strings.Fields("women strengthened accountability the of government capacity humanitarian")
	for i := 0; b.Loop(); i++ {
		d.Has(words[i%len(words)])
	}
}

func BenchmarkNear(b *testing.B) {
	d := list(b, "en")
	for b.Loop() {
		d.Near("earthquae", 5)
	}
}

func BenchmarkNearTwo(b *testing.B) {
	d := list(b, "en")
	for b.Loop() {
		d.NearTwo("distrubtion", 5)
	}
}
