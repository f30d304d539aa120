// Package spelling holds the rules about single words. They look only at text
// whose language is known and has a dictionary: en, fr, es, pt.
package spelling

import (
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// each calls report for every finding of a kind in titles, descriptions and
// comments.
func each(kind spell.Kind, report func(p *lint.Pass, n *schema.Narrative, f spell.Finding)) lint.Check {
	find := func(t prose.Text) (found []spell.Finding) {
		if t.Role.Of == schema.NoKind {
			return nil
		}
		for _, f := range t.Spelling() {
			if f.Kind == kind {
				found = append(found, f)
			}
		}
		return found
	}
	return prose.EachText(find, func(p *lint.Pass, n *schema.Narrative, found []spell.Finding) {
		for _, f := range found {
			report(p, n, f)
		}
	})
}

// alternatives returns words as alternatives: "a", "b" or "c".
func alternatives(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = `"` + w + `"`
	}
	return phrase.List(quoted, "or")
}

func span(f spell.Finding) text.Span { return text.Span{Start: f.Start, End: f.End} }
