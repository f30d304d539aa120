// Package prose analyses narratives for the rules.
package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Of returns the analysis of a narrative in its language: the one that it
// declares, else the one that the run assumes, else the one that it is evidently
// in. It is valid as long as the entry at hand is.
func Of(env *lint.Environment, n *schema.Narrative) *text.Doc { return analysed(env, n).doc }

// OfPhrase returns the analysis of a short text that is no narrative, such as the
// name of a dimension, in no known language.
func OfPhrase(env *lint.Environment, s string) *text.Doc {
	return cacheOf(env).analysis(s, "", "").doc
}

// At returns the place of a span of a narrative's text.
func At(p *lint.Pass, n *schema.Narrative, s text.Span) schema.Range {
	return p.Entry.Source.Within(n.Text, s.Start, s.End)
}
