package spell

import (
	"embed"
	"strings"
	"sync"
)

// The tables are text files, one fact a line; # starts a comment.
//
//go:embed data/*.txt
var tables embed.FS

// lines yields what a table says, without comments and blank lines.
func lines(name string, yield func(line string)) {
	content, err := tables.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err) // a table that the build embedded
	}
	for line := range strings.Lines(string(content)) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			yield(line)
		}
	}
}

// words reads a table of words.
func words(name string) map[string]bool {
	set := map[string]bool{}
	lines(name, func(line string) {
		for word := range strings.FieldsSeq(line) {
			set[word] = true
		}
	})
	return set
}

// domain returns the vocabulary of aid work that general dictionaries lack.
func domain(l language) map[string]bool { return domains[l]() }

var domains = [languageCount]func() map[string]bool{
	english:    sync.OnceValue(func() map[string]bool { return words("domain.en") }),
	french:     sync.OnceValue(func() map[string]bool { return words("domain.fr") }),
	spanish:    sync.OnceValue(func() map[string]bool { return words("domain.es") }),
	portuguese: sync.OnceValue(func() map[string]bool { return words("domain.pt") }),
}

// doubles are words that may rightly stand twice in a row, in any language.
var doubles = sync.OnceValue(func() map[string]bool { return words("doubles") })

// combining forms build words with any word of their own: multi, socio, agro.
func combining(l language) map[string]bool { return combiningForms[l]() }

var combiningForms = [languageCount]func() map[string]bool{
	english:    sync.OnceValue(func() map[string]bool { return words("combining.en") }),
	french:     sync.OnceValue(func() map[string]bool { return words("combining.fr") }),
	spanish:    sync.OnceValue(func() map[string]bool { return words("combining.es") }),
	portuguese: sync.OnceValue(func() map[string]bool { return words("combining.pt") }),
}
