package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// wordSet gathers forms with the bits of the dictionaries that have them.
type wordSet map[string]uint64

// add adds a form as the checker looks it up: by single words. Of "box-office" these
// are the parts.
func (s wordSet) add(form string, bits uint64) {
	for part := range strings.FieldsFuncSeq(form, func(r rune) bool { return r == '-' || r == ' ' || r == '/' }) {
		if isWord(part) {
			s[part] |= bits
		}
	}
}

func isWord(s string) bool {
	if utf8.RuneCountInString(s) < 2 || strings.HasPrefix(s, "'") || strings.HasSuffix(s, "'") {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && r != '\'' {
			return false
		}
	}
	return true
}

const (
	inAmerican = 1 << iota
	inBritish
	inCommon
	inRare
)

func englishWords(f *fetcher) (map[string]uint64, error) {
	set := wordSet{}
	for a, bit := range map[*archive]uint64{&american: inAmerican, &british: inBritish} {
		h, err := f.hunspell(*a)
		if err != nil {
			return nil, err
		}
		h.expand(func(form string) {
			// The checker judges "child's" as "child".
			if !strings.HasSuffix(form, "'s") {
				set.add(form, bit)
			}
		})
	}
	if err := addFrequencies(f, set); err != nil {
		return nil, err
	}
	values := map[string]uint64{}
	for w, bits := range set {
		values[w] = englishValue(w, bits)
	}
	return values, nil
}

func englishValue(word string, bits uint64) uint64 {
	var v dict.Value
	switch bits & (inAmerican | inBritish) {
	case inAmerican:
		v |= dict.USOnly
	case inBritish:
		v |= dict.GBOnly
	}
	// SCOWL keeps contractions such as "didn't" out of these lists.
	if bits&inCommon == 0 && !strings.Contains(word, "'") {
		v |= dict.Uncommon
	}
	return uint64(v)
}

// SCOWL's sizes: up to 50 is what most readers know, 70 is what a large
// dictionary lists.
var (
	commonSizes = []int{10, 20, 35, 40, 50}
	rareSizes   = []int{55, 60, 70}
)

func addFrequencies(f *fetcher, set wordSet) error {
	files, err := f.files(frequencies)
	if err != nil {
		return err
	}
	lists := map[string]uint64{"english": inAmerican | inBritish, "american": inAmerican, "british": inBritish}
	for list, dialect := range lists {
		for sizes, bit := range map[*[]int]uint64{&commonSizes: inCommon, &rareSizes: inRare} {
			for _, size := range *sizes {
				name := fmt.Sprintf("%s-words-%d.json", list, size)
				var words []string
				if err := json.Unmarshal(files[name], &words); err != nil {
					return fmt.Errorf("could not read %s: %w", name, err)
				}
				for _, w := range words {
					if !strings.HasSuffix(w, "'s") {
						set.add(w, bit|dialect)
					}
				}
			}
		}
	}
	return nil
}

// elisions stand before nearly every French word; the checker takes them off.
var elisions = []string{"l'", "d'", "qu'", "s'", "n'", "m'", "t'", "j'", "c'", "lorsqu'", "puisqu'", "quoiqu'", "jusqu'"}

func frenchWords(f *fetcher) (map[string]uint64, error) {
	h, err := f.hunspell(french)
	if err != nil {
		return nil, err
	}
	set := wordSet{}
	h.expand(func(form string) {
		if i := strings.IndexByte(form, '\''); i >= 0 {
			head := strings.ToLower(form[:i+1])
			for _, e := range elisions {
				if head == e {
					return
				}
			}
		}
		set.add(form, 0)
	})
	return set, nil
}

func spanishWords(f *fetcher) (map[string]uint64, error) {
	h, err := f.hunspell(spanish)
	if err != nil {
		return nil, err
	}
	set := wordSet{}
	h.expand(func(form string) { set.add(form, 0) })
	return set, nil
}

// portugueseWords takes the European dictionary whole. The Brazilian one is
// five times larger, mostly chemistry and freely built derivations, so of it
// only inflections are taken, and only of entries that are in use: those that
// differ from a European word in spelling alone, those that its authors give
// prefixes, and verbs.
func portugueseWords(f *fetcher) (map[string]uint64, error) {
	pt, err := f.hunspell(european)
	if err != nil {
		return nil, err
	}
	br, err := f.hunspell(brazilian)
	if err != nil {
		return nil, err
	}
	set := wordSet{}
	pt.expand(func(form string) { set.add(form, 0) })
	known := map[string]bool{}
	for w := range set {
		known[withoutAccents.Replace(w)] = true
	}
	prefixes := br.prefixes
	br.prefixes = nil
	for flag := range br.suffixes {
		if !strings.Contains(brazilianInflections, flag) {
			delete(br.suffixes, flag)
		}
	}
	var kept []entry
	for _, e := range br.entries {
		if first, _ := utf8.DecodeRuneInString(e.word); unicode.IsUpper(first) {
			continue
		}
		inUse := known[withoutAccents.Replace(e.word)]
		for _, flag := range e.flags {
			inUse = inUse || prefixes[flag] != nil || flag == brazilianVerb || flag == br.forbidden
		}
		if inUse {
			kept = append(kept, e)
		}
	}
	br.entries = kept
	br.expand(func(form string) { set.add(form, 0) })
	return set, nil
}

// Affix classes of the Brazilian dictionary: plurals, feminines, adverbs in
// -mente, nouns in -mento, -dor and -nte, and the verb endings.
const (
	brazilianInflections = "ABCDFJKLMNYabcdefgij"
	brazilianVerb        = "M"
)

var withoutAccents = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ã", "a", "é", "e", "ê", "e", "í", "i",
	"ó", "o", "ô", "o", "õ", "o", "ú", "u", "ü", "u", "ct", "t", "cç", "ç", "pt", "t", "pç", "ç")
