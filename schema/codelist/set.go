package codelist

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Date is when the standard published the embedded lists.
const Date = "2026-11"

//go:embed codelists.txt
var embedded string

// Set is an immutable collection of code lists. It is safe for concurrent use;
// each list is parsed when it is first used.
type Set struct {
	lists map[string]func() *List
}

// Embedded returns the lists that are part of the program.
func Embedded() *Set { return embeddedSet() }

var embeddedSet = sync.OnceValue(func() *Set {
	set := &Set{lists: make(map[string]func() *List, 64)}
	rest := embedded
	for {
		_, section, found := strings.Cut(rest, "\n[")
		if !found {
			return set
		}
		name, body, _ := strings.Cut(section, "]\n")
		rest = body
		if end := strings.Index(body, "\n["); end >= 0 {
			body, rest = body[:end], body[end:]
		}
		set.lists[name] = sync.OnceValue(func() *List { return parseList(name, body) })
	}
})

// List returns the list of that name, or nil.
func (s *Set) List(name string) *List {
	if list, ok := s.lists[name]; ok {
		return list()
	}
	return nil
}

// Names returns the names of all lists, sorted.
func (s *Set) Names() []string {
	return slices.Sorted(maps.Keys(s.lists))
}

// Has reports whether the code is on the list, withdrawn or not, spelt exactly so.
func (s *Set) Has(list, code string) bool { return s.List(list).Has(code) }

// Lookup returns the code as the list has it.
func (s *Set) Lookup(list, code string) (Code, bool) { return s.List(list).Lookup(code) }

// Nearest returns the code that was most likely meant by one that is not on
// the list; false where no code of the list is a plausible reading of it.
func (s *Set) Nearest(list, code string) (Code, bool) { return s.List(list).Nearest(code) }
