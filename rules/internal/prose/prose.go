// Package prose gives rules the analysis of a narrative, made once for all of
// them.
package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// reading is what is known of a narrative; its parts come when asked for.
type reading struct {
	part    Part
	hasPart bool
	*analysis
}

func read(n *schema.Narrative) *reading {
	r, _ := n.Memo(func() any { return new(reading) }).(*reading)
	return r
}

// analysed is the reading of a narrative with the analysis of its text.
func analysed(env *lint.Environment, n *schema.Narrative) *analysis {
	r := read(n)
	if r.analysis == nil {
		r.analysis = shelfOf(env).analysis(n.Value, n.Lang, language(env, n), env.EntryNumber())
	}
	return r.analysis
}

// Of is the analysis of a narrative in its language: the one that it declares,
// else the one that the run assumes, else the one that it is evidently in.
func Of(env *lint.Environment, n *schema.Narrative) *text.Doc { return analysed(env, n).doc }

// OfPhrase is the analysis of a short text that is no narrative, such as the name
// of a dimension, in no known language.
func OfPhrase(env *lint.Environment, s string) *text.Doc {
	return shelfOf(env).analysis(s, "", "", env.EntryNumber()).doc
}

// At is the place of a span of a narrative's text.
func At(p *lint.Pass, n *schema.Narrative, s text.Span) schema.Range {
	return p.Entry.Source.Within(n.Text, s.Start, s.End)
}
