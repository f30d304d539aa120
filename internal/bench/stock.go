package bench

import (
	"embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

//go:embed stock/*.txt
var stockFiles embed.FS

// stock holds the choices for each slot of a language's sentences.
type stock struct {
	language string
	choices  map[string][]string
}

// languages are those that there is a stock for, the commonest first.
func languages() []string { return []string{"en", "fr", "es"} }

func loadStock(language string) (*stock, error) {
	text, err := stockFiles.ReadFile("stock/" + language + ".txt")
	if err != nil {
		return nil, fmt.Errorf("could not load the sentence stock of %s: %w", language, err)
	}
	s := &stock{language, map[string][]string{}}
	slot := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			slot = strings.Trim(line, "[]")
		default:
			s.choices[slot] = append(s.choices[slot], line)
		}
	}
	return s, nil
}

// sentence fills a slot.
func (s *stock) sentence(r *rand.Rand, slot string) string {
	var b strings.Builder
	s.fill(&b, r, slot)
	return b.String()
}

func (s *stock) fill(b *strings.Builder, r *rand.Rand, slot string) {
	switch slot {
	case "n", "N":
		b.WriteString(strconv.Itoa(11 + r.IntN(99_000)))
		return
	case "pct":
		b.WriteString(strconv.Itoa(2 + r.IntN(96)))
		return
	case "year":
		b.WriteString(strconv.Itoa(2028 + r.IntN(5)))
		return
	case "place":
		b.WriteString(placeName(r))
		return
	}
	list := s.choices[slot]
	rest := list[r.IntN(len(list))]
	for {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return
		}
		inner, tail, _ := strings.Cut(after, "}")
		s.fill(b, r, inner)
		rest = tail
	}
}

// placeName makes up the name of a town: names are the words that no
// dictionary knows. There are a few thousand, and some come up far more often.
func placeName(r *rand.Rand) string {
	const towns = 3000
	n := int(towns * r.Float64() * r.Float64())
	syllables := [...]string{"ka", "ru", "mbo", "li", "sa", "to", "wa", "ni", "ge", "ma", "do", "ba", "zi", "pe", "lu", "ha"}
	name := ""
	for n += len(syllables); n > 0; n /= len(syllables) {
		name += syllables[n%len(syllables)]
	}
	return strings.ToUpper(name[:1]) + name[1:]
}
