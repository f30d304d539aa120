package spell

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/iatilint/iatilint/internal/text/dict"
)

func checker(t testing.TB, lang string, vocabulary ...*dict.List) *Checker {
	t.Helper()
	c, ok := New(lang, vocabulary...)
	if !ok {
		t.Fatalf("no checker for %s", lang)
	}
	return c
}

// table yields the fields of a file's lines.
func table(t *testing.T, name string, yield func(field []string)) {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if field := strings.Fields(line); len(field) > 0 && !strings.HasPrefix(field[0], "#") {
			yield(field)
		}
	}
}

func TestMisspelt(t *testing.T) {
	checkers := map[string]*Checker{}
	table(t, "testdata/misspelt.txt", func(field []string) {
		lang, word, want := field[0], field[1], strings.ReplaceAll(field[2], "-", " ")
		if checkers[lang] == nil {
			checkers[lang] = checker(t, lang)
		}
		v := checkers[lang].Word(word)
		if v.Status != Misspelt && v.Status != Foreign || !slices.Contains(v.Corrections, want) {
			t.Errorf("%s: %s is %+v, want a correction to %s", lang, word, v, want)
		}
		if v.Certain && (len(v.Corrections) != 1 || v.Corrections[0] != want) {
			t.Errorf("%s: %s is certainly %v, want %s", lang, word, v.Corrections, want)
		}
	})
}

func TestSilent(t *testing.T) {
	checkers := map[string]*Checker{}
	table(t, "testdata/silent.txt", func(field []string) {
		lang := field[0]
		if checkers[lang] == nil {
			checkers[lang] = checker(t, lang)
		}
		for _, word := range field[1:] {
			if v := checkers[lang].Word(word); v.Status == Misspelt {
				t.Errorf("%s: %s is %+v", lang, word, v)
			}
		}
	})
}

func TestWord(t *testing.T) {
	tests := []struct {
		lang, word string
		want       Status
	}{
		{"en", "women", Known},
		{"EN", "women", Known},
		{"en-GB", "women", Known},
		{"en", "women's", Known},
		{"en", "women’s", Known},
		{"en", "goverment's", Misspelt},
		{"en", "Goverment", Ignored},
		{"en", "GOVERMENT", Ignored},
		{"en", "gov3rment", Ignored},
		{"en", "", Ignored},
		{"en", "femmes", Foreign},
		{"en", "zzyzxq", Unknown},
		{"fr", "l'école", Known},
		{"fr", "l’acceuil", Misspelt},
	}
	for _, tt := range tests {
		if got := checker(t, tt.lang).Word(tt.word); got.Status != tt.want {
			t.Errorf("%s: %q is %+v, want status %d", tt.lang, tt.word, got, tt.want)
		}
	}
	if _, ok := New("sw"); ok {
		t.Error("a checker for Swahili")
	}
}

func TestVocabulary(t *testing.T) {
	list, err := dict.LoadList(strings.NewReader("3\nearthquae\nmetissage/S\nKoulikoro\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := checker(t, "en", list)
	for word, want := range map[string]Status{"earthquae": Known, "metissage": Known, "metisage": Misspelt, "esnure": Misspelt} {
		if got := c.Word(word); got.Status != want {
			t.Errorf("%s is %+v, want status %d", word, got, want)
		}
	}
}

// One checker serves all workers, whatever order they ask in.
func TestConcurrentUse(t *testing.T) {
	c := checker(t, "en")
	text := strings.Repeat("The offices will esnure that that estetics kits reach beneficaries; le ministère. ", 20)
	want := findings(checker(t, "en"), text)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := findings(c, text); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	group.Wait()
}

// Word judges one word by itself. The word may carry an elision, a possessive
// or an apostrophe of either form; of a hyphenated word judge the parts.
func (c *Checker) Word(word string) Verdict {
	e := c.entry(word)
	if e.flags&(capitalised|compound) != 0 {
		return Verdict{Status: Ignored}
	}
	return e.verdict
}
