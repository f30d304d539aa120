package spell

import (
	"strings"
	"unicode"
)

// strangeCompany reports whether the words around a doubtful one are mostly not
// of the language: then it is a foreign word, or a name among names, rather
// than a misspelling. A misspelling known as such needs less good company.
func (s *scan) strangeCompany(e *entry, start, end int) bool {
	var known, strange int
	count := func(word string) {
		n := s.checker.entry(word)
		if n.flags&plain == 0 || len(word) < 2 {
			return
		}
		switch n.verdict.Status {
		case Known:
			known++
		case Foreign, Unknown, Misspelt:
			strange++
		}
	}
	i := start
	for range companyWords {
		var word string
		word, i = wordBefore(s.text, i)
		count(word)
	}
	i = end
	for range companyWords {
		var word string
		word, i = wordAfter(s.text, i)
		count(word)
	}
	switch {
	case e.verdict.Listed:
		return strange > known
	case e.verdict.Status == Foreign:
		return strange > 0 || known < wellKnown
	}
	return strange*strangeShare > known || strange > 1 && strange*strangeShare == known
}

const (
	companyWords = 5 // looked at on each side
	wellKnown    = 5 // of these a single foreign word needs as many
	strangeShare = 2 // one strange word spoils the company of fewer than two known ones
)

func wordBefore(text string, end int) (word string, start int) {
	text = strings.TrimRightFunc(text[:end], notLetter)
	start = len(strings.TrimRightFunc(text, unicode.IsLetter))
	return text[start:], start
}

func wordAfter(text string, start int) (word string, end int) {
	from := strings.TrimLeftFunc(text[start:], notLetter)
	rest := strings.TrimLeftFunc(from, unicode.IsLetter)
	return from[:len(from)-len(rest)], len(text) - len(rest)
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
