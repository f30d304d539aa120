package spell

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// built reports whether a word that no list has is made by the language's own
// rules from one that a list has.
func (c *Checker) built(word string) bool {
	if c.inflected(word) || c.combined(word) {
		return true
	}
	switch c.lang {
	case english:
		return c.otherDialect(word)
	case french:
		return c.withoutCircumflex(word)
	case portuguese:
		return c.unreformed(word)
	}
	return false
}

// inflected reports whether a word is the plural of a word in the vocabularies.
func (c *Checker) inflected(word string) bool {
	stem, ok := strings.CutSuffix(word, "s")
	return ok && c.listed(stem)
}

// otherDialect reports whether a verb is known with -ize for -ise or the other way:
// the dictionaries list organise and organize, but not both forms of every verb.
func (c *Checker) otherDialect(word string) bool {
	for _, ending := range dialectEndings {
		if stem, ok := strings.CutSuffix(word, ending.from); ok && c.knows(stem+ending.to) {
			return true
		}
	}
	return false
}

var dialectEndings = []struct{ from, to string }{
	{"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"ising", "izing"}, {"iser", "izer"}, {"isers", "izers"},
	{"isation", "ization"}, {"isations", "izations"},
	{"ize", "ise"}, {"ized", "ised"}, {"izes", "ises"}, {"izing", "ising"}, {"izer", "iser"}, {"izers", "isers"},
	{"ization", "isation"}, {"izations", "isations"},
}

// combined reports whether a word is a combining form and a known word:
// multi+stakeholder, socio+economic.
func (c *Checker) combined(word string) bool {
	forms := combining(c.lang)
	for n := 2; n <= longestForm && len(word)-n >= shortestStem; n++ {
		if forms[word[:n]] {
			if v, ok := c.dict.Lookup(word[n:]); ok && v&dict.Uncommon == 0 || domain(c.lang)[word[n:]] {
				return true
			}
		}
	}
	return false
}

// withoutCircumflex reports whether a word is known with a circumflex: maitre, cout,
// as the spelling reform of 1990 has them.
func (c *Checker) withoutCircumflex(word string) bool {
	for i := range len(word) {
		hat, ok := map[byte]string{'i': "î", 'u': "û"}[word[i]]
		if !ok {
			continue
		}
		if _, ok := c.dict.Lookup(word[:i] + hat + word[i+1:]); ok {
			return true
		}
	}
	return false
}

// In bytes.
const (
	shortestStem = 5
	longestForm  = 7
)

// unreformed reports whether a word is known without a silent consonant: actividade
// and acção, as written before the spelling reform of 1990 and in much of Africa
// today, for atividade and ação.
func (c *Checker) unreformed(word string) bool {
	for i := 1; i+1 < len(word); i++ {
		if word[i] != 'c' && word[i] != 'p' {
			continue
		}
		rest := word[i+1:]
		if rest[0] == 'c' || rest[0] == 't' || strings.HasPrefix(rest, "ç") {
			if _, ok := c.dict.Lookup(word[:i] + rest); ok {
				return true
			}
		}
	}
	return false
}
