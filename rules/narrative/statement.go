package narrative

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// statement judges a narrative as the statement of an outcome, where it is one.
func statement(p *lint.Pass, n *schema.Narrative) (text.Statement, bool) {
	part := prose.PartOf(p.Entry, n)
	if part.Name != "title" || !states(p, part) || !prose.Written(p.Env, n) {
		return text.Statement{}, false
	}
	return prose.Of(p.Env, n).Statement(), true
}

// states tells the titles that must state an outcome: those of entries that
// are outcomes, by their own word or by their identifier, and of results of
// type 2.
func states(p *lint.Pass, part prose.Part) bool {
	switch of := part.Of.(type) {
	case *schema.Entry:
		if of.Kind == schema.ActivityEntry && p.Env.Identifier != nil {
			p.Unsettled()
			return outcomeIdentifier(p.Env, of)
		}
		return of.Kind == schema.OutcomeEntry
	case *schema.Result:
		return of.Type.Value == "2"
	}
	return false
}

// outcomeIdentifier reports whether an identifier is that of an outcome by the
// organisation's scheme: it has a class, and a number of at most two parts.
func outcomeIdentifier(env *lint.Environment, e *schema.Entry) bool {
	pattern := env.Identifier.Pattern
	match := pattern.FindStringSubmatch(strings.TrimSpace(e.Identifier.Value))
	if match == nil {
		return false
	}
	group := func(name string) string {
		if i := pattern.SubexpIndex(name); i >= 0 {
			return match[i]
		}
		return ""
	}
	return group("class") != "" && strings.Count(group("number"), ".") < 2
}
