package values

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/schema"
)

// Prefixes match words, in any case, by how they begin: "cumulat" stands for all
// words that begin so, "mean " for this word alone.
type Prefixes struct {
	byFirst [256][]string // by first byte
}

// NewPrefixes returns a matcher of prefixes, which are in lower case.
func NewPrefixes(lists ...[]string) *Prefixes {
	p := new(Prefixes)
	for _, prefix := range slices.Concat(lists...) {
		p.byFirst[prefix[0]] = append(p.byFirst[prefix[0]], prefix)
	}
	return p
}

// Match reports whether a word begins with one of the prefixes.
func (p *Prefixes) Match(word string) bool {
	word = strings.ToLower(word)
	return word != "" && slices.ContainsFunc(p.byFirst[word[0]], func(prefix string) bool {
		whole, isWhole := strings.CutSuffix(prefix, " ")
		return strings.HasPrefix(word, prefix) || isWhole && word == whole
	})
}

// MatchText reports whether a word of a text matches: letters and digits in a row.
func (p *Prefixes) MatchText(s string) bool {
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if p.Match(word) {
			return true
		}
	}
	return false
}

// MatchFirst reports whether one of the first n words of a text matches. Here
// digits divide words.
func (p *Prefixes) MatchFirst(s string, n int) bool {
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n--; n < 0 {
			return false
		}
		if p.Match(word) {
			return true
		}
	}
	return false
}

// MatchProse reports whether a word of any narrative matches.
func (p *Prefixes) MatchProse(prose *schema.Prose) bool {
	return prose != nil && slices.ContainsFunc(prose.Narratives, func(n *schema.Narrative) bool { return p.MatchText(n.Value) })
}

// MatchIndicator reports whether a word of an indicator's title or description
// matches.
func (p *Prefixes) MatchIndicator(i *schema.Indicator) bool {
	return p.MatchProse(i.Title) || p.MatchProse(i.Description)
}
