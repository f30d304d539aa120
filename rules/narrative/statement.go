package narrative

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// statement analyses a text as the statement of an outcome, if it can be one.
func statement(t prose.Text) (text.Statement, bool) {
	if t.Role.Name != "title" || !mayStateOutcome(t) || !t.Written() {
		return text.Statement{}, false
	}
	return t.Doc().Statement(), true
}

// mayStateOutcome reports whether a title may have to state an outcome: that of an outcome,
// of a result of type 2, and of an activity whose identifier may be one of an
// outcome.
func mayStateOutcome(t prose.Text) bool {
	switch t.Role.Of {
	case schema.EntryNode:
		return t.Role.Noun == string(schema.OutcomeEntry) || t.Role.Noun == string(schema.ActivityEntry) && t.Env.Identifier != nil
	case schema.ResultNode:
		return t.Role.Type == "2"
	}
	return false
}

// mustStateOutcome reports whether a title that may have to state an outcome has to.
func mustStateOutcome(p *lint.Pass, n *schema.Narrative) bool {
	e, ok := prose.PartOf(p.Entry, n).Of.(*schema.Entry)
	return !ok || e.Kind == schema.OutcomeEntry || outcomeIdentifier(p.Env, e)
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
