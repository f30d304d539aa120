package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
)

// analysis is what is known of a text in a language, wherever it stands.
type analysis struct {
	doc      *text.Doc
	declared string // language that the text declares

	spelling []spell.Finding
	spelt    bool
	mismatch string
	compared bool
}

// shelf keeps analyses of short texts: names, titles and phrases that a
// submission repeats a thousand times. It belongs to one goroutine.
type shelf struct {
	analyses map[shelfKey]*analysis
	checkers map[string]*spell.Checker

	// Of longer texts the memory is kept, from one entry to the next.
	loose []*analysis
	used  int
	entry int
}

type shelfKey struct{ text, declared, language string }

const (
	longestKept = 200  // bytes of a text that may come again
	mostKept    = 4096 // texts; then the shelf is cleared
)

func shelfOf(env *lint.Environment) *shelf {
	s, _ := env.Local("prose", func() any {
		return &shelf{analyses: map[shelfKey]*analysis{}, checkers: map[string]*spell.Checker{}}
	}).(*shelf)
	return s
}

func (s *shelf) analysis(value, declared, language string, entry int) *analysis {
	if len(value) > longestKept {
		return s.once(value, declared, language, entry)
	}
	if a := s.analyses[shelfKey{value, declared, language}]; a != nil {
		return a
	}
	if len(s.analyses) == mostKept {
		clear(s.analyses)
	}
	value = strings.Clone(value)
	a := &analysis{doc: text.Analyse(value, language), declared: strings.Clone(declared)}
	s.analyses[shelfKey{value, a.declared, strings.Clone(language)}] = a
	return a
}

// mostLoose is how many analyses' memory is kept for the next entry.
const mostLoose = 256

// once is an analysis that is good until the next entry.
func (s *shelf) once(value, declared, language string, entry int) *analysis {
	if entry == 0 { // not in a walk over entries
		return &analysis{doc: text.Analyse(value, language), declared: declared}
	}
	if entry != s.entry {
		s.entry, s.used = entry, 0
	}
	if s.used == mostLoose {
		return &analysis{doc: text.Analyse(value, language), declared: declared}
	}
	if s.used == len(s.loose) {
		s.loose = append(s.loose, &analysis{doc: new(text.Doc)})
	}
	a := s.loose[s.used]
	s.used++
	a.doc.Reset(value, language)
	*a = analysis{doc: a.doc, declared: declared}
	return a
}

// Speller is the run's checker for a language, false where there is no
// dictionary. All goroutines share it, so that they share what it remembers.
func Speller(env *lint.Environment, language string) (*spell.Checker, bool) {
	s := shelfOf(env)
	checker, known := s.checkers[language]
	if !known {
		checker, _ = env.Shared("speller "+language, func() any {
			c, _ := spell.New(language, vocabulary(env))
			return c
		}).(*spell.Checker)
		s.checkers[strings.Clone(language)] = checker
	}
	return checker, checker != nil
}

// vocabulary is the project's own words.
func vocabulary(env *lint.Environment) *dict.List {
	list := new(dict.List)
	for _, word := range env.Vocabulary {
		list.Add(word)
	}
	return list
}
