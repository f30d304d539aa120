package spell

import (
	"slices"
	"unicode/utf8"
)

// nearListed returns the words of the domain list and the vocabularies that are
// one slip away, where the dictionary has none: estetics for esthetics.
func (c *Checker) nearListed(word string) []string {
	if utf8.RuneCountInString(word) < shortestSlip {
		return nil
	}
	var found []string
	eachFingerprint(word, func(f uint64) {
		for _, listed := range c.listNear()[f] {
			if slipInside(word, listed) && !slices.Contains(found, listed) {
				found = append(found, listed)
			}
		}
	})
	slices.Sort(found)
	return found
}

func (c *Checker) indexLists() map[uint64][]string {
	index := map[uint64][]string{}
	add := func(word string) {
		if shapeOf(word) == lowerCase && utf8.RuneCountInString(word) >= shortestSlip {
			eachFingerprint(word, func(f uint64) { index[f] = append(index[f], word) })
		}
	}
	for word := range domain(c.lang) {
		add(word)
	}
	for _, l := range c.vocabulary {
		for word := range l.All() {
			add(word)
		}
	}
	return index
}
