package engine

import (
	"maps"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
)

// naming tells which rules the names in requests stand for. Entries ask for the
// same again and again, so it remembers. The zero naming is ready.
type naming struct {
	known []string // all names there are, in order; made when it is asked for
	read  map[string]meaning
}

// meaning is what the names of a request stand for. Requests share it.
type meaning struct {
	rules   map[string][]int // rule ID -> which of the names stand for it
	unknown []string
}

// remembered is how many different requests are remembered.
const remembered = 1000

// of says which rules a silence is about, and notes the names of none.
func (n *naming) of(c *Config, s *lint.Silence) map[string][]int {
	key := strings.Join(s.Rules, ",")
	m, ok := n.read[key]
	if !ok {
		m = meaningOf(c, s.Rules)
		if n.read == nil || len(n.read) == remembered {
			n.read = map[string]meaning{}
		}
		n.read[strings.Clone(key)] = m
	}
	if s.Unknown = m.unknown; len(s.Unknown) > 0 {
		if n.known == nil {
			n.known = slices.Sorted(maps.Keys(c.Names))
		}
		s.Known = n.known
	}
	return m.rules
}

func meaningOf(c *Config, names []string) meaning {
	m := meaning{rules: map[string][]int{}}
	for i, name := range names {
		ids := c.Names[name]
		if c.Names == nil && slices.ContainsFunc(c.Rules, func(e Enabled) bool { return e.Rule.ID == name }) {
			ids = []string{name}
		}
		if len(ids) == 0 {
			m.unknown = append(m.unknown, strings.Clone(name))
		}
		for _, id := range ids {
			m.rules[id] = append(m.rules[id], i)
		}
	}
	return m
}
