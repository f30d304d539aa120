// Package prose gives rules the analysis of a narrative, made once for all of
// them.
package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// reading is what is known of a narrative; parts are nil until asked for.
type reading struct {
	language string
	doc      *text.Doc
	spelling *[]spell.Finding
}

func read(env *lint.Environment, n *schema.Narrative) *reading {
	r, _ := n.Memo(func() any { return &reading{language: language(env, n)} }).(*reading)
	return r
}

// Of is the analysis of a narrative in its language: the one that it declares,
// else the one that the run assumes, else the one that it is evidently in.
func Of(env *lint.Environment, n *schema.Narrative) *text.Doc {
	r := read(env, n)
	if r.doc == nil {
		r.doc = text.Analyse(n.Value, r.language)
	}
	return r.doc
}

// At is the place of a span of a narrative's text.
func At(p *lint.Pass, n *schema.Narrative, s text.Span) schema.Range {
	return p.Entry.Source.Within(n.Text, s.Start, s.End)
}
