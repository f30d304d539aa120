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

var domains, combiningForms = wordsByLanguage("domain"), wordsByLanguage("combining")

// wordsByLanguage returns a table of words of each language, read on first use.
func wordsByLanguage(table string) (t [languageCount]func() map[string]bool) {
	for code, l := range languages {
		t[l] = sync.OnceValue(func() map[string]bool { return words(table + "." + code) })
	}
	return t
}

// doubles are words that may rightly stand twice in a row, in any language.
var doubles = sync.OnceValue(func() map[string]bool { return words("doubles") })

// combining forms build words with any word of their own: multi, socio, agro.
func combining(l language) map[string]bool { return combiningForms[l]() }
