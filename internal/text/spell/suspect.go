package spell

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// suspect judges a word that no list has.
func (c *Checker) suspect(word string) Verdict {
	near := c.dict.Near(word, 0)
	if len(near) == 0 || near[0].Cost > likelyCost {
		if listed := c.nearListed(word); len(listed) > 0 {
			return Verdict{Status: Misspelt, Certain: len(listed) == 1, Corrections: listed}
		}
	}
	if split, ok := c.joined(word); ok && (len(near) == 0 || near[0].Cost > likelyCost) {
		return Verdict{Status: Misspelt, Corrections: []string{split}}
	}
	if len(near) == 0 && len(word) >= longEnoughForTwo {
		near = c.dict.NearTwo(word, 0)
		if len(near) > 0 {
			return Verdict{Status: Misspelt, Corrections: wordsOf(near, near[0].Cost)}
		}
	}
	switch {
	case len(near) == 0 || near[0].Cost > highestCost:
		return Verdict{Status: Unknown}
	case c.foreignButForAccents(word):
		return Verdict{Status: Foreign}
	}
	safe := closeCost // where words have many endings, one letter more is another form
	if c.lang == english {
		safe = likelyCost
	}
	certain := utf8.RuneCountInString(word) >= longEnoughToFix && near[0].Cost <= safe &&
		!slices.ContainsFunc(near[1:], func(s dict.Suggestion) bool { return s.Value&dict.Uncommon == 0 && s.Cost <= highestCost })
	if certain {
		near = near[:1]
	}
	return Verdict{Status: Misspelt, Certain: certain, Corrections: wordsOf(near, highestCost)}
}

// The costs are those of package dict.
const (
	closeCost        = 1 // accents, letters doubled or swapped
	likelyCost       = 2 // one likely slip
	highestCost      = 4 // one slip of any kind, not at the first letter
	longEnoughForTwo = 8
	longEnoughToFix  = 7
	mostCorrections  = 5
)

// foreignButForAccents reports whether a word of an English text is one of another
// language without its accents: facon, comite. The other languages are too similar
// for this.
func (c *Checker) foreignButForAccents(word string) bool {
	return c.lang == english && slices.ContainsFunc(c.others, func(d *dict.Dict) bool { return d.HasAccented(word) })
}

func wordsOf(suggestions []dict.Suggestion, highest int) []string {
	var list []string
	for _, s := range suggestions {
		if s.Cost <= highest && len(list) < mostCorrections {
			list = append(list, s.Word)
		}
	}
	return list
}

// joined reports whether a word is a small word and another one without the
// blank between them: ofthe, todemand.
func (c *Checker) joined(word string) (split string, ok bool) {
	for _, head := range smallWords[c.lang] {
		rest, found := strings.CutPrefix(word, head)
		if !found || len(rest) < shortestStem && !slices.Contains(smallWords[c.lang], rest) {
			continue
		}
		if v, known := c.dict.Lookup(rest); known && v&dict.Uncommon == 0 {
			return head + " " + rest, true
		}
	}
	return "", false
}

var smallWords = [languageCount][]string{
	english: {"the", "of", "to", "and", "for", "with", "from", "that"},
}
