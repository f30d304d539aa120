package lint

import (
	"regexp"
	"sync"

	"github.com/iatilint/iatilint/schema"
)

// Environment is what all rules of a run may know besides the submission.
// The zero Environment is the standard alone, judged on no particular day.
type Environment struct {
	AsOf       schema.Date // the day to judge by
	Identifier *Identifier // how identifiers are formed; nil = as the standard says, no more
	Language   string      // language of text that declares none; "" = unknown
	Vocabulary []string    // the project's own words, in exact case
	Expected   []string    // identifiers that the submission is to have

	Organisation string // reference of the organisation that reports; "" = unknown
	Plan         Plan   // that the submission reports on

	// Uncached is for tests: rules and engine compute everything anew, and skip
	// nothing for what a cheaper look at it says.
	Uncached bool

	shared sync.Map
	run    *Environment   // of which this is one goroutine's own; nil = this is it
	local  map[string]any // what Local computed
	entry  int            // number of the entry at hand
}

// ForGoroutine is a copy of the environment for one goroutine, which has something of
// its own besides what all share.
func (e *Environment) ForGoroutine() *Environment {
	return &Environment{
		AsOf: e.AsOf, Identifier: e.Identifier, Language: e.Language, Vocabulary: e.Vocabulary, Expected: e.Expected,
		Organisation: e.Organisation, Plan: e.Plan, Uncached: e.Uncached,
		run: e, local: map[string]any{}, entry: 1,
	}
}

// NextEntry tells that the goroutine is done with an entry: what was kept for
// it may be used again.
func (e *Environment) NextEntry() { e.entry++ }

// EntryNumber changes with every entry that the goroutine looks at; 0 where
// the environment is no goroutine's own.
func (e *Environment) EntryNumber() int { return e.entry }

// Local returns what compute returns, computed once for the goroutine; every time
// where the environment is no goroutine's own, or Uncached.
func (e *Environment) Local(key string, compute func() any) any {
	value, ok := e.local[key]
	if !ok || e.Uncached {
		value = compute()
		if e.local != nil {
			e.local[key] = value
		}
	}
	return value
}

// Shared is what compute returns, computed once a run however many rules and
// goroutines ask for the key.
func (e *Environment) Shared(key string, compute func() any) any {
	if e.run != nil {
		e = e.run
	}
	once, _ := e.shared.LoadOrStore(key, sync.OnceValue(compute))
	value, _ := once.(func() any)
	return value()
}

// Plan is a plan period; a zero date is unknown.
type Plan struct{ Start, End schema.Date }

// Identifier is an organisation's own scheme for identifiers.
type Identifier struct {
	// Pattern matches a whole identifier. Its named groups say what is what:
	// org, unit, class (D or O), number (1.2), suffix.
	Pattern *regexp.Regexp
	Example string   // a right one, for messages
	Units   []string // unit codes besides ISO 3166-1 alpha-3
	// Framework is the unit of the corporate results that others are tied to.
	Framework string
}
