package spell

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/golangci/misspell"
)

// split yields the words of a text: letters, digits and what joins them.
func split(text string) iter.Seq[Word] {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' }
	return func(yield func(Word) bool) {
		for i := 0; i < len(text); {
			r, n := utf8.DecodeRuneInString(text[i:])
			if !word(r) {
				i += n
				continue
			}
			j := i
			for j < len(text) {
				r, n := utf8.DecodeRuneInString(text[j:])
				after, _ := utf8.DecodeRuneInString(text[j+n:])
				if !word(r) && !(strings.ContainsRune("'’-", r) && word(after)) {
					break
				}
				j += n
			}
			if !yield(Word{Start: i, End: j}) {
				return
			}
			i = j
		}
	}
}

// findings renders what Scan reports, one string each.
func findings(c *Checker, text string) []string {
	var list []string
	scanner := Scanner{Checker: c}
	scanner.Scan(text, split(text), func(f Finding) {
		mark := [...]string{"spelling", "repeated", "confused"}[f.Kind]
		if f.Certain {
			mark += "!"
		}
		list = append(list, fmt.Sprintf("%s %s>%s", mark, text[f.Start:f.End], strings.Join(f.Corrections, ",")))
	}, nil)
	return list
}

func TestScan(t *testing.T) {
	tests := []struct {
		name, lang, text string
		want             []string
	}{
		{"nothing", "en", "", nil},
		{"misspelling", "en", "The offices will esnure that kits arrive.", []string{"spelling esnure>ensure"}},
		{"certain", "en", "It reached all beneficaries this year.", []string{"spelling! beneficaries>beneficiaries"}},
		{"sentence start", "en", "Done. Recieved kits are stored.", []string{"spelling! Recieved>Received"}},
		{"capital inside", "en", "The Recieved Foundation gave kits.", []string{"spelling Recieved>Received"}},
		{"capital inside, of another language but for accents", "en", "The Comision Federal gave kits.", nil},
		{"possessive", "en", "the goverment’s plan", []string{"spelling! goverment>government"}},
		{"elision", "fr", "Il faut améliorer l’acceuil des filles et la vie des femmes.", []string{"spelling! acceuil>accueil"}},
		{"hyphen", "en", "a goverment-led plan", []string{"spelling! goverment>government"}},
		{"address", "en", "see www.goverment.org/recieved or goverment@recieved.org now", nil},
		{"media type", "en", "as application/vnd.recieved.goverment only", nil},
		{"hashtag", "en", "tagged #goverment by us", nil},
		{"file", "en", "in the file recieved.pdf of the annex", nil},
		{"identifier", "en", "entry MLI_recieved_1 of the plan", nil},
		{"French in English", "en", "with the support of le ministère de la promotion de la femme et de l'enfance de facon durable", nil},
		{"broken letters", "en", "the capacit\ufffd of the office", nil},
		{"ligature", "en", "people are conﬁned at home", nil},
		{"repeated", "en", "They went to to the market.", []string{"repeated!  to>"}},
		{"repeated, capital first", "en", "The the market.", []string{"repeated!  the>"}},
		{"repeated, allowed", "en", "He knew that that was so.", nil},
		{"repeated, name", "en", "in Baden Baden and New York New York", nil},
		{"repeated, sentences", "en", "They came to. To go on was hard. Go in, in time.", nil},
		{"repeated, lines", "en", "kits\nkits for schools", nil},
		{"repeated, numbers", "en", "10 10 times", nil},
		{"repeated, French", "fr", "Nous nous engageons et vous vous engagez.", nil},
		{"repeated, French fault", "fr", "les les comités", []string{"repeated!  les>"}},
		{"confused", "en", "They are now equipped to analysis the law.", []string{"confused analysis>analyse,analyze"}},
		{"confused, start", "en", "Loosing their land, they left.", []string{"confused Loosing>Losing"}},
		{"confused, comma between", "en", "able to, analysis of which", nil},
		{"confused, French", "fr", "Ce projet à permis de former les femmes.", []string{"confused à>a"}},
		{"confused, only its language", "fr", "heath facilities", nil},
		{"joined", "en", "resources todemand good services", []string{"spelling todemand>to demand"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := findings(checker(t, tt.lang), tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A range that is none must not be followed.
func TestScanBadRanges(t *testing.T) {
	c := checker(t, "en")
	ranges := func(yield func(Word) bool) {
		for _, r := range [][2]int{{-1, 3}, {5, 2}, {0, 3}, {1, 2}, {4, 99}, {4, 6}} {
			if !yield(Word{Start: r[0], End: r[1]}) {
				return
			}
		}
	}
	scanner := Scanner{Checker: c}
	scanner.Scan("the thier", ranges, func(f Finding) { t.Errorf("unexpected %+v", f) }, nil)
}

// Every line of the confusion tables fires on its own words, and its
// corrections do not fire again.
func TestConfusions(t *testing.T) {
	for code := range languages {
		c := checker(t, code)
		lines("confused."+code, func(line string) {
			p, err := parsePattern(line)
			if err != nil {
				t.Errorf("%s: %q: %v", code, line, err)
				return
			}
			for _, last := range p.slots[len(p.slots)-1].words {
				var before, right []string
				for i, s := range p.slots {
					w := s.words[0]
					if i == len(p.slots)-1 {
						w = last
					}
					before = append(before, w)
					if i == p.wrong[0] {
						right = append(right, p.right[0])
					}
					if i < p.wrong[0] || i >= p.wrong[1] {
						right = append(right, w)
					}
				}
				fires := func(words []string) bool {
					return slices.ContainsFunc(findings(c, strings.Join(words, " ")), func(f string) bool { return strings.HasPrefix(f, "confused") })
				}
				if !fires(before) {
					t.Errorf("%s: %q is not found", code, before)
				}
				if fires(right) {
					t.Errorf("%s: %q, which is right, is found", code, right)
				}
			}
		})
	}
}

// The search relies on the order of a list that is not ours.
func TestCertainPairs(t *testing.T) {
	for i := 0; i < len(misspell.DictMain); i += 2 {
		if _, ok := certain(misspell.DictMain[i]); !ok {
			t.Fatalf("pair %d, %s, is not found: the list is not sorted by length and letters", i/2, misspell.DictMain[i])
		}
	}
	if got, ok := certain("received"); ok {
		t.Errorf("received is taken for a slip of %s", got)
	}
}

// What misspell corrects for one dialect is right in the other.
func TestDialectsAreSilent(t *testing.T) {
	c := checker(t, "en")
	for _, list := range [][]string{misspell.DictAmerican, misspell.DictBritish} {
		for i, word := range list {
			if v := c.Word(word); v.Listed {
				t.Errorf("%d: %s is %+v", i, word, v)
			}
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("The offices will esnure that that kits ’s arrive-at -the l’acceuil.", uint8(0))
	f.Add("à á\u0301 ﬁn \ufffd www.x.y #a to to it's own", uint8(1))
	f.Fuzz(func(t *testing.T, text string, which uint8) {
		codes := []string{"en", "fr", "es", "pt"}
		c, _ := New(codes[int(which)%len(codes)])
		last := 0
		scanner := Scanner{Checker: c}
		scanner.Scan(text, split(text), func(f Finding) {
			if f.Start < 0 || f.Start >= f.End || f.End > len(text) {
				t.Errorf("finding %+v lies outside a text of %d bytes", f, len(text))
			}
			if f.Kind == Misspelling && f.Start < last {
				t.Errorf("finding %+v comes after one at %d", f, last)
			}
			if f.Kind == Misspelling {
				last = f.Start
			}
		}, nil)
	})
}
