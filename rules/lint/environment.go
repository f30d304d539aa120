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

	// Uncached switches off all caches and look-aheads, for tests: they must not
	// change what is found.
	Uncached bool

	shared sync.Map
	run    *Environment   // that this is the copy of one goroutine of; nil = this is no copy
	local  map[string]any // results of Local
	entry  int            // number of the current entry
}

// ForGoroutine returns a copy of the environment for one goroutine.
func (e *Environment) ForGoroutine() *Environment {
	return &Environment{
		AsOf: e.AsOf, Identifier: e.Identifier, Language: e.Language, Vocabulary: e.Vocabulary, Expected: e.Expected,
		Organisation: e.Organisation, Plan: e.Plan, Uncached: e.Uncached,
		run: e, local: map[string]any{}, entry: 1,
	}
}

// NextEntry ends the current entry: memory that was allocated for it may be reused.
func (e *Environment) NextEntry() { e.entry++ }

// EntryNumber returns the number of the goroutine's current entry, or 0 if the
// environment is not the copy of one goroutine.
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

// OfEntry returns what compute returns for the current entry, computed once for all
// that need it as long as no other entry does.
func OfEntry[V any](env *Environment, key string, e *schema.Entry, compute func() V) V {
	type result struct {
		number int
		entry  *schema.Entry
		value  V
	}
	last, _ := env.Local(key, func() any { return new(result) }).(*result)
	if n := env.EntryNumber(); n == 0 || last.number != n || last.entry != e {
		*last = result{n, e, compute()}
	}
	return last.value
}

// Shared returns the result of compute, which is called once a run for each key.
func (e *Environment) Shared(key string, compute func() any) any {
	if e.run != nil {
		e = e.run
	}
	once, known := e.shared.Load(key)
	if !known {
		once, _ = e.shared.LoadOrStore(key, sync.OnceValue(compute))
	}
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
