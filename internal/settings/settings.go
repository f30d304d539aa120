package settings

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/rules/lint"
)

// Environment is what the profiles say about the submission.
func Environment(profiles []Profile) *lint.Environment {
	env := &lint.Environment{}
	for _, p := range profiles {
		if p.Identifier != nil {
			env.Identifier = p.Identifier
		}
	}
	return env
}

// FindProfiles looks profiles up by name, in the order given.
func FindProfiles(names []string) ([]Profile, error) {
	var found []Profile
	var known []string
	for _, p := range Profiles() {
		known = append(known, p.Name)
	}
	for _, name := range names {
		i := index(known, name)
		if i < 0 {
			return nil, unknown("profile", name, known)
		}
		found = append(found, Profiles()[i])
	}
	return found, nil
}

// names knows what a rule or family may be called on the command line.
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

func (n names) expand(list []string) (map[string]bool, error) {
	ids := map[string]bool{}
	for _, name := range list {
		rules, ok := n.rules[strings.TrimSpace(name)]
		if !ok {
			return nil, unknown("rule or family", name, n.known)
		}
		for _, id := range rules {
			ids[id] = true
		}
	}
	return ids, nil
}

func (n names) severities(words map[string]string, into map[string]lint.Severity) error {
	for name, word := range words {
		rules, ok := n.rules[name]
		if !ok {
			return unknown("rule or family", name, n.known)
		}
		severity, ok := lint.ParseSeverity(word)
		if !ok {
			return unknown("severity", word, lint.Severities())
		}
		for _, id := range rules {
			into[id] = severity
		}
	}
	return nil
}

// unknown says that a name isn't known, and which one may be meant.
func unknown(what, name string, known []string) error {
	return fmt.Errorf("there is no %s %q%s", what, name, nearest.Hint(name, known))
}

func index(list []string, item string) int {
	for i, s := range list {
		if s == item {
			return i
		}
	}
	return -1
}

// Names is what rules may be called, with the IDs that each name stands for.
func Names(catalogue []*lint.Rule) map[string][]string { return newNames(catalogue).rules }
