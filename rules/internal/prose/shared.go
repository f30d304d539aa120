package prose

import (
	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
)

// Speller returns the run's checker for a language, false where there is no
// dictionary. All goroutines share it, and with it the cache of its words.
func Speller(env *lint.Environment, language string) (*spell.Checker, bool) {
	checker := attachment.OfRun(&env.Scope, "speller "+language, func() *spell.Checker {
		c, ok := spell.New(language, vocabulary(env))
		if ok && env.Uncached {
			c = c.Uncached()
		}
		return c
	})
	return checker, checker != nil
}

// Detector returns the run's detector of languages.
func Detector(env *lint.Environment) *lang.Detector {
	return attachment.OfRun(&env.Scope, "language detector", func() *lang.Detector { return lang.NewDetector(!env.Uncached) })
}

// vocabulary returns the project's own words.
func vocabulary(env *lint.Environment) *dict.List {
	list := new(dict.List)
	for _, word := range env.Vocabulary {
		list.Add(word)
	}
	return list
}
