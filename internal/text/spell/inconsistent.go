package spell

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// PairKind is why two words count as one.
type PairKind uint8

const (
	Slip    PairKind = iota // one is a slip for the other: estetics, esthetics
	Dialect                 // American and British: organize, organise
)

// A Pair is one word in two spellings.
type Pair struct {
	Kind        PairKind
	Rare, Usual Counted
	Misspelt    bool // a Checker reports the rare one by itself, too
}

// Counted is a word with its count and its first places.
type Counted struct {
	Word   string
	Count  int
	Places []Place
}

// Inconsistent lists the words that a submission spells in two ways, in the
// order of the rarer spelling.
func (c *Checker) Inconsistent(t *Tally) []Pair {
	pairs := append(c.slips(t), c.dialects(t)...)
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(strings.Compare(a.Rare.Word, b.Rare.Word), strings.Compare(a.Usual.Word, b.Usual.Word))
	})
	return pairs
}

func (t *Tally) counted(word string) Counted {
	c := t.words[word]
	return Counted{Word: word, Count: c.n, Places: slices.Clone(c.places)}
}

// slips pairs words that no list knows with a usual word one slip away: a known
// one, or one that the submission has far more often.
func (c *Checker) slips(t *Tally) []Pair {
	best := map[string]string{}
	doubtful := map[uint64][]string{}
	for word := range t.words {
		switch c.entry(word).verdict.Status {
		case Unknown, Misspelt:
			eachFingerprint(word, func(f uint64) { doubtful[f] = append(doubtful[f], word) })
		}
	}
	if len(doubtful) == 0 {
		return nil
	}
	for usual := range t.words {
		eachFingerprint(usual, func(f uint64) {
			for _, rare := range doubtful[f] {
				if !c.slipOf(t, rare, usual) {
					continue
				}
				if old, ok := best[rare]; !ok || t.moreUsual(usual, old) {
					best[rare] = usual
				}
			}
		})
	}
	var pairs []Pair
	for rare, usual := range best {
		pairs = append(pairs, Pair{
			Kind: Slip, Rare: t.counted(rare), Usual: t.counted(usual),
			Misspelt: c.entry(rare).verdict.Status == Misspelt,
		})
	}
	return pairs
}

func (t *Tally) moreUsual(a, b string) bool {
	return cmp.Or(cmp.Compare(t.Count(a), t.Count(b)), strings.Compare(b, a)) > 0
}

// slipOf reports whether rare is a slip for usual. What differs at the end may
// be another form of the word, and at the start another word.
func (c *Checker) slipOf(t *Tally, rare, usual string) bool {
	if rare == usual || utf8.RuneCountInString(rare) < shortestSlip || utf8.RuneCountInString(usual) < shortestSlip {
		return false
	}
	if c.entry(usual).verdict.Status != Known && t.Count(usual) < usualTimes*t.Count(rare) {
		return false
	}
	return slipInside(rare, usual)
}

// slipInside reports a slip that is neither at the start nor, but for two
// letters swapped, at the end.
func slipInside(a, b string) bool {
	head, tail, ok := oneSlip(a, b)
	return ok && head > 0 && (tail > 0 || len(a) == len(b) && head == len(a)-2)
}

const (
	shortestSlip = 6
	usualTimes   = 4
)

// oneSlip reports whether two words differ by one letter put in, left out or
// replaced, or by two neighbours swapped, and how many bytes they share before
// and after that.
func oneSlip(a, b string) (head, tail int, ok bool) {
	for a != "" && b != "" {
		ra, na := utf8.DecodeRuneInString(a)
		rb, nb := utf8.DecodeRuneInString(b)
		if ra != rb {
			break
		}
		a, b, head = a[na:], b[nb:], head+na
	}
	for a != "" && b != "" {
		ra, na := utf8.DecodeLastRuneInString(a)
		rb, nb := utf8.DecodeLastRuneInString(b)
		if ra != rb {
			break
		}
		a, b, tail = a[:len(a)-na], b[:len(b)-nb], tail+na
	}
	ra, rb := []rune(a), []rune(b)
	switch {
	case len(ra) <= 1 && len(rb) <= 1:
		return head, tail, len(ra)+len(rb) > 0
	case len(ra) == 2 && len(rb) == 2:
		return head, tail, ra[0] == rb[1] && ra[1] == rb[0]
	}
	return head, tail, false
}

// eachFingerprint yields the hash of a word and of what is left of it without
// one letter: two words one slip apart have one of these in common.
func eachFingerprint(word string, yield func(uint64)) {
	if len(word) > 2*longest {
		return
	}
	var buffer [2 * longest]byte
	yield(xxhash.Sum64String(word))
	for i := 0; i < len(word); {
		_, size := utf8.DecodeRuneInString(word[i:])
		yield(xxhash.Sum64(append(append(buffer[:0], word[:i]...), word[i+size:]...)))
		i += size
	}
}

// dialects pairs American and British spellings of one English word.
func (c *Checker) dialects(t *Tally) []Pair {
	if c.lang != english {
		return nil
	}
	var pairs []Pair
	for word := range t.words {
		if v, ok := c.dict.Lookup(word); !ok || v&dict.GBOnly == 0 {
			continue
		}
		for _, other := range c.americanOf(word) {
			if t.words[other] == nil {
				continue
			}
			rare, usual := t.counted(word), t.counted(other)
			if rare.Count > usual.Count {
				rare, usual = usual, rare
			}
			pairs = append(pairs, Pair{Kind: Dialect, Rare: rare, Usual: usual})
		}
	}
	return pairs
}

// americanOf lists the American spellings of a British word.
func (c *Checker) americanOf(word string) []string {
	var list []string
	for _, d := range dialectLetters {
		for i := 1; ; i++ {
			j := strings.Index(word[i:], d.british)
			if j < 0 {
				break
			}
			i += j
			other := word[:i] + d.american + word[i+len(d.british):]
			if v, ok := c.dict.Lookup(other); ok && v&dict.USOnly != 0 && !slices.Contains(list, other) {
				list = append(list, other)
			}
		}
	}
	return list
}

var dialectLetters = []struct{ british, american string }{
	{"our", "or"}, {"is", "iz"}, {"ys", "yz"}, {"re", "er"}, {"ll", "l"}, {"l", "ll"}, {"ae", "e"}, {"oe", "e"},
	{"ence", "ense"}, {"ogue", "og"}, {"mme", "m"}, {"que", "ck"}, {"que", "k"}, {"gement", "gment"}, {"ph", "f"},
	{"tt", "t"}, {"pp", "p"}, {"gh", "w"}, {"y", "i"}, {"aes", "es"},
}
