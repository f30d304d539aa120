package suppress

import (
	"maps"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Resolver makes suppressions: it resolves the names of rules and families, and
// decides what has ended. It is not safe for concurrent use.
type Resolver struct {
	names  map[string][]string // name -> IDs of rules
	today  schema.Date
	sorted []string // all names; made when it is needed
	cache  map[string]resolution
}

// resolution is what a list of names means. Suppressions share it.
type resolution struct {
	rules   map[string][]int // rule ID -> indexes of the names that mean it
	unknown []string
}

// maxCached is how many different lists of names are cached.
const maxCached = 1000

// NewResolver returns a resolver of names, each of which means some rules by ID.
func NewResolver(names map[string][]string, today schema.Date) *Resolver {
	return &Resolver{names: names, today: today, cache: map[string]resolution{}}
}

// New returns a suppression of findings in any place.
func (r *Resolver) New(s lint.Suppression) *Suppression {
	key := strings.Join(s.Rules, ",")
	names, ok := r.cache[key]
	if !ok {
		names = r.resolve(s.Rules)
		if len(r.cache) == maxCached {
			clear(r.cache)
		}
		r.cache[strings.Clone(key)] = names
	}
	if s.Unknown = names.unknown; len(s.Unknown) > 0 {
		if r.sorted == nil {
			r.sorted = slices.Sorted(maps.Keys(r.names))
		}
		s.Known = r.sorted
	}
	s.Ended = !s.Until.IsZero() && r.today.After(s.Until)
	return &Suppression{Suppression: s, rules: names.rules, used: make([]int, len(s.Rules))}
}

func (r *Resolver) resolve(names []string) resolution {
	found := resolution{rules: map[string][]int{}}
	for i, name := range names {
		ids := r.names[name]
		if len(ids) == 0 {
			found.unknown = append(found.unknown, strings.Clone(name))
		}
		for _, id := range ids {
			found.rules[id] = append(found.rules[id], i)
		}
	}
	return found
}
