package attachment

import "sync"

// Scope is where rules keep what they compute once: for a run, for one goroutine of
// it, for the entry at hand. The zero Scope keeps nothing: all is computed at every
// use.
type Scope struct {
	run   *sync.Map // functions that return the value of a key
	local map[string]any
	entry int // number of the entry at hand
}

// Begin lets a scope keep what is computed once a run, unless it does so already.
func Begin(s *Scope) {
	if s.run == nil {
		s.run = new(sync.Map)
	}
}

// ForGoroutine returns the scope of one goroutine in the same run, at its first
// entry.
func ForGoroutine(s *Scope) Scope { return Scope{run: s.run, local: map[string]any{}, entry: 1} }

// NextEntry ends the entry at hand.
func NextEntry(s *Scope) { s.entry++ }

// EntryNumber returns the number of the entry at hand, 0 where the scope is not that
// of a goroutine.
func EntryNumber(s *Scope) int { return s.entry }

// OfRun returns what compute returns, computed once a run for each key. It is safe
// for concurrent use.
func OfRun[V any](s *Scope, key string, compute func() V) V {
	if s.run == nil {
		return compute()
	}
	once, known := s.run.Load(key)
	if !known {
		once, _ = s.run.LoadOrStore(key, sync.OnceValue(compute))
	}
	value, _ := once.(func() V)
	return value()
}

// OfGoroutine returns what compute returns, computed once a goroutine for each key.
func OfGoroutine[V any](s *Scope, key string, compute func() V) V {
	value, ok := s.local[key].(V)
	if !ok {
		value = compute()
		if s.local != nil {
			s.local[key] = value
		}
	}
	return value
}

// OfEntry returns what compute returns for an entry, computed once as long as it is
// the one at hand. E is a pointer to it.
func OfEntry[E comparable, V any](s *Scope, key string, entry E, compute func() V) V {
	type result struct {
		number int
		entry  E
		value  V
	}
	last := OfGoroutine(s, key, func() *result { return new(result) })
	if last.number != s.entry || last.entry != entry || s.entry == 0 {
		*last = result{s.entry, entry, compute()}
	}
	return last.value
}
