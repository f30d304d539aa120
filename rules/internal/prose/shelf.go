package prose

import (
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
)

// analysis is what is known of a text in a language, wherever it stands.
type analysis struct {
	doc      *text.Doc
	declared string // language that the text declares
	language string // language that it is read in

	spelling []spell.Finding
	doubtful []text.Span
	spelt    bool
	mismatch string
	compared bool
}

// shelf keeps analyses of short texts: names, titles and phrases that a
// submission repeats a thousand times. It belongs to one goroutine.
type shelf struct {
	analyses map[uint64]*analysis      // by a hash of text and languages
	scanners map[string]*spell.Scanner // by language; nil = none has a dictionary
	memory   *text.Memory
	evidence lang.Evidence

	came [1 << 12]uint64 // hashes of texts that have come, each until another takes its place

	// Of longer texts the memory is kept, from one entry to the next.
	loose []*analysis
	used  int
	entry int

	guessed guessed

	undoubted [1 << 15]uint64 // keys of texts without doubtful words, by their remainder
}

const (
	longestKept = 200  // bytes of a text that may come again
	mostKept    = 4096 // texts; then the shelf is cleared
)

func shelfOf(env *lint.Environment) *shelf {
	s, _ := env.Local("prose", func() any {
		return &shelf{analyses: map[uint64]*analysis{}, scanners: map[string]*spell.Scanner{}, memory: new(text.Memory)}
	}).(*shelf)
	return s
}

func (s *shelf) analysis(value, declared, language string, entry int) *analysis {
	if len(value) > longestKept {
		return s.once(value, declared, language, entry)
	}
	h := xxhash.Sum64String(value)
	if language != "" {
		h = h*31 + uint64(language[0])<<8 + uint64(language[len(language)-1])
	}
	if a := s.analyses[h]; a != nil && a.doc.Text() == value && a.declared == declared && a.language == language {
		return a
	}
	if entry > 0 && !s.again(h) {
		return s.once(value, declared, language, entry)
	}
	if len(s.analyses) == mostKept {
		clear(s.analyses)
	}
	a := &analysis{
		doc:      text.AnalyseWith(s.memory, strings.Clone(value), language),
		declared: strings.Clone(declared),
		language: strings.Clone(language),
	}
	s.analyses[h] = a
	return a
}

// again tells whether a text has come before: most never do, and it is not
// worth keeping those.
func (s *shelf) again(h uint64) bool {
	slot := &s.came[h%uint64(len(s.came))]
	before := *slot == h
	*slot = h
	return before
}

// mostLoose is how many analyses' memory is kept for the next entry.
const mostLoose = 256

// once is an analysis that is good until the next entry.
func (s *shelf) once(value, declared, language string, entry int) *analysis {
	if entry == 0 { // not in a walk over entries
		return &analysis{doc: text.AnalyseWith(s.memory, value, language), declared: declared, language: language}
	}
	if entry != s.entry {
		s.entry, s.used = entry, 0
	}
	if s.used == mostLoose {
		return &analysis{doc: text.AnalyseWith(s.memory, value, language), declared: declared, language: language}
	}
	if s.used == len(s.loose) {
		s.loose = append(s.loose, &analysis{doc: text.AnalyseWith(s.memory, "", "")})
	}
	a := s.loose[s.used]
	s.used++
	a.doc.Reset(value, language)
	*a = analysis{doc: a.doc, declared: declared, language: language}
	return a
}

// Speller is the run's checker for a language, false where there is no
// dictionary. All goroutines share it, so that they share what it remembers.
func Speller(env *lint.Environment, language string) (*spell.Checker, bool) {
	checker, _ := env.Shared("speller "+language, func() any {
		c, _ := spell.New(language, vocabulary(env))
		return c
	}).(*spell.Checker)
	return checker, checker != nil
}

// scanner is the goroutine's own with that checker.
func (s *shelf) scanner(env *lint.Environment, language string) (*spell.Scanner, bool) {
	scanner, known := s.scanners[language]
	if !known {
		if checker, ok := Speller(env, language); ok {
			scanner = &spell.Scanner{Checker: checker}
		}
		s.scanners[strings.Clone(language)] = scanner
	}
	return scanner, scanner != nil
}

// vocabulary is the project's own words.
func vocabulary(env *lint.Environment) *dict.List {
	list := new(dict.List)
	for _, word := range env.Vocabulary {
		list.Add(word)
	}
	return list
}
