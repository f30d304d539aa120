package spell

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what is wrong with a word.
type Kind uint8

const (
	Misspelling Kind = iota // see Verdict
	Repetition              // the word before it, again
	Confusion               // a word that exists, in the place of another
)

// A Finding is a fault in a text, with its place in bytes.
type Finding struct {
	Kind        Kind
	Start, End  int
	Certain     bool     // one correction that is safe to make
	Corrections []string // the likeliest first, in the case of the word; for a Repetition one empty string
}

// A Scanner looks texts through for one goroutine. The zero value has no
// checker; all Scanners may share one.
type Scanner struct {
	Checker *Checker
	byID    []lexeme // of the words scanned before
}

// lexeme is a word with the part of its entry that every scan needs.
type lexeme struct {
	*entry
	traits entryFlags
	first  uint64 // the bit of its first letter
	behind uint64
}

func lexemeOf(e *entry) lexeme { return lexeme{e, e.flags, firstLetter(e.lower), e.behind} }

// Scan reports the faults of a text in the order of its words. The words are in
// rising order; a word may hold apostrophes, hyphens
// and other joiners, which Scan looks into. Ranges outside the text are skipped.
// doubtful, if not nil, is called with the words that may be one of two spellings: such as
// no list has, and such as only American or only British English has.
func (c *Scanner) Scan(text string, words iter.Seq[Word], found func(Finding), doubtful func(start, end int)) {
	s := scan{checker: c.Checker, text: text, found: found, doubtful: doubtful}
	for w := range words {
		if w.Start < s.end || w.End > len(text) || w.Start >= w.End {
			continue
		}
		s.word(w.Start, w.End, c.entry(text[w.Start:w.End], w.ID))
	}
}

// entry returns what the checker knows of a word.
func (c *Scanner) entry(token string, id uint16) lexeme {
	if id == 0 {
		return lexemeOf(c.Checker.entry(token))
	}
	if int(id) >= len(c.byID) {
		c.byID = append(c.byID, make([]lexeme, int(id)+1-len(c.byID))...)
	}
	k := &c.byID[id]
	if k.entry == nil {
		*k = lexemeOf(c.Checker.entry(token))
	}
	return *k
}

// history is how many words a pattern may span.
const history = 8

// scan is one pass over a text.
type scan struct {
	checker  *Checker
	text     string
	found    func(Finding)
	doubtful func(start, end int)
	before   [history]place // the last words of the running phrase, newest at (n-1) % history
	n        int            // words in the running phrase
	start    int            // the last word
	end      int
	last     lexeme
}

type place struct {
	start, end int
	word       *entry
}

func (s *scan) word(start, end int, k lexeme) {
	if s.n > 0 && !isSpace(s.text[s.end:start]) {
		s.n = 0
	}
	e := k.entry
	s.before[s.n%history] = place{start, end, e}
	s.n++
	if s.n > 1 {
		s.repeated(k.traits, start, end)
		if k.behind&s.last.first != 0 && (e.before&s.last.first == 0 || !s.confused(e.patterns[s.last.lower])) {
			s.confused(e.patterns[""])
		}
	}
	if k.traits&settled == 0 {
		s.judge(e, start, end)
	}
	s.start, s.end, s.last = start, end, k
}

// judge reports what there is to report of a word by itself.
func (s *scan) judge(e *entry, start, end int) {
	if s.doubtful != nil && e.flags&plain != 0 && end-start >= shortest && (e.verdict.Status == Unknown || e.verdict.OneSided) {
		s.doubtful(start, end)
	}
	switch {
	case e.flags&compound != 0:
		s.parts(start, end)
	case e.verdict.Status == Misspelt, e.verdict.Status == Foreign && e.verdict.Corrections != nil:
		s.misspelt(e, start, end)
	}
}

// isSpace reports whether only blanks lie between two words; a line break or a
// mark ends the phrase.
func isSpace(gap string) bool {
	if gap == " " {
		return true
	}
	for _, r := range gap {
		if r != ' ' && r != '\t' && r != '\u00a0' {
			return false
		}
	}
	return gap != ""
}

// repeated looks at a lower-case word that follows itself. Two capitals make a
// name: Baden Baden.
func (s *scan) repeated(traits entryFlags, start, end int) {
	if end-start != s.end-s.start || traits&(plain|doubleAllowed) != plain || s.text[end-1] != s.text[s.end-1] {
		return
	}
	word, last := s.text[start:end], s.text[s.start:s.end]
	if word[1:] != last[1:] || !strings.EqualFold(word, last) {
		return
	}
	if utf8.RuneCountInString(word) < 2 && !(word == "a" && s.checker.lang == english) {
		return
	}
	if masked(s.text, start, end) {
		return
	}
	s.found(Finding{Kind: Repetition, Start: s.end, End: end, Certain: true, Corrections: []string{""}})
}

// confused reports the first of the patterns that fits.
func (s *scan) confused(patterns []*pattern) bool {
	for _, p := range patterns {
		first := s.n - len(p.slots)
		if p.lang != s.checker.lang || first < 0 || !s.follows(p, first) {
			continue
		}
		start := s.before[(first+p.wrong[0])%history].start
		end := s.before[(first+p.wrong[1]-1)%history].end
		s.found(Finding{Kind: Confusion, Start: start, End: end, Corrections: inCaseOf(s.text[start:end], p.right)})
		return true
	}
	return false
}

// follows looks back from the last word, which most often settles it at once.
func (s *scan) follows(p *pattern, first int) bool {
	for i := len(p.slots) - 1; i >= 0; i-- {
		if !p.slots[i].matches(s.before[(first+i)%history].word.spelt, i == 0) {
			return false
		}
	}
	return true
}

// parts judges the parts of a hyphenated word, or of two words without a blank
// after the full stop.
func (s *scan) parts(start, end int) {
	if masked(s.text, start, end) {
		return
	}
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if isJoiner(r) {
			i += size
			continue
		}
		j := i
		for j < end {
			r, size := utf8.DecodeRuneInString(s.text[j:])
			if isJoiner(r) {
				break
			}
			j += size
		}
		// Part of a compound are also forms that never stand alone.
		if e := s.checker.entry(s.text[i:j]); e.verdict.Status == Misspelt && e.verdict.Certain {
			s.misspelt(e, i, j)
		}
		i = j
	}
}

func (s *scan) misspelt(e *entry, start, end int) {
	if masked(s.text, start, end) || s.strangeCompany(e, start, end) {
		return
	}
	certain := e.verdict.Certain && smallSlip(strings.ToLower(e.token[e.from:e.to]), e.verdict.Corrections[0])
	s.found(Finding{
		Kind: Misspelling, Start: start + e.from, End: start + e.to,
		Corrections: inCaseOf(e.token, e.verdict.Corrections),
		Certain:     certain && (e.flags&capitalised == 0 || startsSentence(s.text[:start])), // else it may be a name
	})
}

// startsSentence reports whether a new sentence begins after the text before.
func startsSentence(before string) bool {
	before = strings.TrimRight(before, " \t\u00a0\"“«'(-•*")
	if before == "" {
		return true
	}
	switch r, _ := utf8.DecodeLastRuneInString(before); r {
	case '.', '!', '?', '\n', '\r', ':', '…':
		return true
	}
	return false
}

// inCaseOf returns corrections with the capital of the word that they replace.
func inCaseOf(word string, corrections []string) []string {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return corrections
	}
	cased := make([]string, len(corrections))
	for i, c := range corrections {
		r, size := utf8.DecodeRuneInString(c)
		cased[i] = string(unicode.ToUpper(r)) + c[size:]
	}
	return cased
}
