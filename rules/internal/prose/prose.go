// Package prose gives rules the analysis of a narrative, made once for all of
// them.
package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Of is the analysis of a narrative in its language: the one that it declares,
// else the one that the run assumes, else the one that it is evidently in.
func Of(env *lint.Environment, n *schema.Narrative) *text.Doc {
	doc, _ := n.Memo(func() any { return text.Analyse(n.Value, language(env, n)) }).(*text.Doc)
	return doc
}

// At is the place of a span of a narrative's text.
func At(p *lint.Pass, n *schema.Narrative, s text.Span) schema.Range {
	return p.Entry.Source.Within(n.Text, s.Start, s.End)
}
