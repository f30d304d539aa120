// Package lang detects in which of English, French, Spanish and Portuguese a text
// is written, or that it is in none of them.
//
// Each word votes: one of the few words that sentences are made of for the
// languages that have it, any other for the languages whose dictionary has it.
// A text of which no language knows enough is in another language. Of many others
// the commonest words are known: they tell that a phrase is in none of the four.
package lang

import (
	"embed"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Guess is the result for one text.
type Guess struct {
	Code       string  // "en", "fr", "es", "pt"; empty where no language fits
	Confidence float64 // 0 to 1
	Words      int     // how many words voted
}

// The codes, in the order in which votes are counted. A tie goes to the first.
var codes = [...]string{"en", "fr", "es", "pt"}

// mask has a bit for each language.
type mask uint8

const known mask = 1<<len(codes) - 1

// maxLanguages is how many languages the table of stop words may have, those above
// first.
const maxLanguages = 64

//go:embed data/stop.txt
var data embed.FS

// stopWords returns the languages that have a stop word, as bits.
var stopWords = sync.OnceValue(func() map[string]uint64 {
	content, err := data.ReadFile("data/stop.txt")
	if err != nil {
		panic(err) // embedded
	}
	stop, next := map[string]uint64{}, len(codes)
	for line := range strings.Lines(string(content)) {
		code, words, _ := strings.Cut(line, " ")
		if code == "#" {
			continue
		}
		i := slices.Index(codes[:], code)
		if i < 0 {
			i = next
			next++
		}
		for w := range strings.FieldsSeq(words) {
			stop[w] |= 1 << i
		}
	}
	return stop
})

const (
	stopWeight  = 3
	enoughVotes = 150 // longer texts are judged by parts of them
	needed      = 0.6 // share of the words that the language must know
	neededStop  = 0.1 // share of the words that must be stop words, in texts of many words
	manyWords   = 8
)

// Detect guesses the language of a text. Capitals,
// digits and words with marks inside are no evidence and do not vote; nor does a
// text of capitals only.
func (d *Detector) Detect(text string) Guess {
	var v votes
	for word := range wordsOf(text) {
		v.add(d.words.Get(word))
		if v.words >= enoughVotes {
			break
		}
	}
	return v.outcome()
}

// Evident reports whether the first words of a text leave no doubt that it is in a
// language, at less cost than Detect; it may return false negatives. The words are
// those of the text that are all in lower case.
func (d *Detector) Evident(code string, words iter.Seq[string]) bool {
	bit := bitOf(code)
	n, in, stops := 0, 0, 0
	for text := range words {
		w := d.words.Get(text)
		n++
		if w.languages&bit != 0 {
			in++
			if w.stop {
				stops++
			}
		}
		if n == evidentWords {
			break
		}
	}
	return n == evidentWords && in >= evidentKnown && stops >= evidentStops
}

// bitOf returns the bit of a language, 0 for an unknown one.
func bitOf(code string) mask {
	if i := slices.Index(codes[:], code); i >= 0 {
		return 1 << i
	}
	return 0
}

const (
	evidentWords = 24
	evidentKnown = 22
	evidentStops = 7
)

// votes is one count.
type votes struct {
	known [len(codes)]int
	stops [len(codes)]int
	own   [len(codes)]float64
	words int
}

func (v *votes) add(w *word) {
	v.words++
	m := w.languages
	for i := range codes {
		if m&(1<<i) == 0 {
			continue
		}
		v.known[i]++
		if w.stop {
			v.stops[i]++
		}
	}
	// A word counts the more the fewer languages have it.
	n := 0
	for i := range codes {
		n += int(m >> i & 1)
	}
	if n == 0 {
		return
	}
	for i := range codes {
		if m&(1<<i) != 0 {
			weight := 1 / float64(n)
			if w.stop {
				weight *= stopWeight
			}
			v.own[i] += weight
		}
	}
}

func (v *votes) outcome() Guess {
	g := Guess{Words: v.words}
	if v.words == 0 {
		return g
	}
	best, second := -1, 0.0
	for i := range codes {
		if best < 0 || v.own[i] > v.own[best] {
			best = i
		}
	}
	for i := range codes {
		if i != best {
			second = max(second, v.own[i])
		}
	}
	cover := float64(v.known[best]) / float64(v.words)
	stops := float64(v.stops[best]) / float64(v.words)
	if cover < needed || v.words >= manyWords && stops < neededStop {
		return g
	}
	g.Code = codes[best]
	lead := (v.own[best] - second) / v.own[best]
	size := float64(v.words) / float64(v.words+4)
	g.Confidence = min(1, lead*1.5) * cover * size
	return g
}

// wordsOf yields the lower-case words of a text, of two letters or more, without what stands before
// an apostrophe; a capital is lowered where it starts the text.
func wordsOf(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i < len(text); {
			r, size := decode(text[i:])
			if !unicode.IsLetter(r) {
				i += size
				continue
			}
			start, lower := i, true
			for i < len(text) {
				r, size := decode(text[i:])
				if !unicode.IsLetter(r) {
					if unicode.IsDigit(r) || r == '_' {
						lower = false
						i += size
						continue
					}
					break
				}
				if r < 'a' || r > 'z' && !unicode.IsLower(r) {
					lower = false
				}
				i += size
			}
			if lower && !yield(text[start:i]) {
				return
			}
		}
	}
}

func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}
