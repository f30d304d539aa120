package settings

import (
	"fmt"
	"slices"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/rules/lint"
)

// names are the names of rules and families.
type names struct {
	rules map[string][]string // rule, alias or family -> rule IDs
	known []string
}

func newNames(catalogue []*lint.Rule) names {
	n := names{rules: map[string][]string{}}
	add := func(name, id string) {
		if n.rules[name] == nil {
			n.known = append(n.known, name)
		}
		n.rules[name] = append(n.rules[name], id)
	}
	for _, rule := range catalogue {
		add(rule.Family(), rule.ID)
		add(rule.ID, rule.ID)
		for _, alias := range rule.Aliases {
			add(alias, rule.ID)
		}
	}
	return n
}

// include reports whether a rule is one of those that a list names.
func (n names) include(list []RuleName, id string) bool {
	return slices.ContainsFunc(list, func(name RuleName) bool { return slices.Contains(n.rules[string(name)], id) })
}

// unknown returns the error for a name that isn't known, with the nearest that is.
func unknown(what, name string, known []string) error {
	return fmt.Errorf("there is no %s %q%s", what, name, nearest.Hint(name, known))
}

// Names returns the names of rules and families with the IDs that each resolves to.
func Names(catalogue []*lint.Rule) map[string][]string { return newNames(catalogue).rules }
