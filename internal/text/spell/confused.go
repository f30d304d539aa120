package spell

import (
	"fmt"
	"strings"
	"sync"
)

// pattern is one line of the confusion tables: a run of words, of which a part
// is wrong. It is found at its last word, looking back.
type pattern struct {
	lang  language
	slots []slot
	wrong [2]int // the slots to replace
	right []string
}

// slot is one word of a pattern: one of several, or any lower-case word.
type slot struct {
	words []string
	any   bool
}

// matches compares in exact case, but for the first letter where a sentence
// may start.
func (s slot) matches(word string, first bool) bool {
	if s.any {
		return shapeOf(word) == lowerCase
	}
	for _, w := range s.words {
		if w == word || first && len(w) == len(word) && w[1:] == word[1:] && strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// endings are patterns by the word before their last one, in lower case; those
// with any word there are under the empty string.
type endings map[string][]*pattern

// before has the first letters of the words before the last one.
func (e endings) before() (letters uint64) {
	for word := range e {
		letters |= firstLetter(word)
	}
	return letters
}

// anyLetter has the bits of all first letters.
const anyLetter = ^uint64(0)

// firstLetter returns a bit for the first letter of a word, none for no word.
func firstLetter(word string) uint64 {
	if word == "" {
		return 0
	}
	return 1 << (word[0] & 63)
}

// confusions indexes the patterns of every language by their last word.
var confusions = sync.OnceValue(func() map[string]endings {
	index := map[string]endings{}
	for code, lang := range languages {
		lines("confused."+code, func(line string) {
			p, err := parsePattern(line)
			if err != nil {
				panic(fmt.Sprintf("confused.%s: %q: %v", code, line, err)) // caught by the table's test
			}
			p.lang = lang
			previous := p.slots[len(p.slots)-2].words
			if previous == nil {
				previous = []string{""}
			}
			for _, w := range p.slots[len(p.slots)-1].words {
				key := strings.ToLower(w)
				if index[key] == nil {
					index[key] = endings{}
				}
				for _, w := range previous {
					w = strings.ToLower(w)
					index[key][w] = append(index[key][w], p)
				}
			}
		})
	}
	return index
})

// parsePattern reads "to [loose] their|its => lose": slots between blanks,
// alternatives between bars, * for any word, brackets around what is wrong.
func parsePattern(line string) (*pattern, error) {
	left, right, ok := strings.Cut(line, "=>")
	if !ok {
		return nil, fmt.Errorf("no =>")
	}
	p := &pattern{wrong: [2]int{-1, -1}}
	for field := range strings.FieldsSeq(left) {
		if f, ok := strings.CutPrefix(field, "["); ok {
			field, p.wrong[0] = f, len(p.slots)
		}
		if f, ok := strings.CutSuffix(field, "]"); ok {
			field, p.wrong[1] = f, len(p.slots)+1
		}
		if field == "*" {
			p.slots = append(p.slots, slot{any: true})
		} else {
			p.slots = append(p.slots, slot{words: strings.Split(field, "|")})
		}
	}
	for r := range strings.SplitSeq(right, "|") {
		if r = strings.TrimSpace(r); r != "" {
			p.right = append(p.right, r)
		}
	}
	switch {
	case len(p.slots) < 2 || len(p.slots) > history:
		return nil, fmt.Errorf("%d words", len(p.slots))
	case p.slots[len(p.slots)-1].any:
		return nil, fmt.Errorf("the last word is a *")
	case p.wrong[0] < 0 || p.wrong[1] <= p.wrong[0]:
		return nil, fmt.Errorf("no [wrong] part")
	case len(p.right) == 0:
		return nil, fmt.Errorf("no correction")
	}
	return p, nil
}
