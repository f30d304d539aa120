package language

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Undeclared reports text in no declared language.
var Undeclared = &lint.Rule{
	ID:       "language/undeclared",
	Title:    "a text does not say in which language it is",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"4.1.1"},
	Doc: `
Readers choose texts by language, translate them and read them aloud. A text whose
language nobody declares is shown to everyone or to no one.

Write xml:lang="en" (or the language it is) on iati-activity: it holds for all
texts of the activity that don't say otherwise. Reported once per entry. The
outcomes of a portal have no place for it: there the setting language says it.`,
	Check: lint.Each(undeclared),
}

func undeclared(p *lint.Pass, e *schema.Entry) {
	if e.Language.Present() || e.ResultsOnly || e.Kind != schema.ActivityEntry || e.File.Format != schema.XML && p.Env.Language != "" {
		return
	}
	var first *schema.Narrative
	count := 0
	schema.Walk(e, func(node schema.Node) {
		n, ok := node.(*schema.Narrative)
		if !ok || n.Language.Present() {
			return
		}
		count++
		if first == nil || n.Tag.Start < first.Tag.Start {
			first = n
		}
	})
	if first == nil {
		return
	}
	v := lint.Violation{
		At:      first.Tag,
		Node:    first,
		Message: "the text has no language, and the activity declares none for all of its texts",
		Refs:    []string{"4.1.1"},
		Hint:    `write xml:lang="en" (or the language it is) on iati-activity`,
	}
	if count > 1 {
		v.Message = fmt.Sprintf("%d texts from here on have no language, and the activity declares none for all of its texts", count)
	}
	p.Report(v)
}
