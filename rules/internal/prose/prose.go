// Package prose gives rules the analysis of a narrative, made once for all of
// them.
package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// reading is what is known of a narrative; its parts come when asked for.
type reading struct {
	done     done
	part     Part
	doc      *text.Doc
	spelling []spell.Finding
	mismatch string
}

// done says which of the parts are there.
type done uint8

const (
	donePart done = 1 << iota
	doneSpelling
	doneMismatch
)

// first reports whether part is asked for the first time.
func (r *reading) first(part done) bool {
	if r.done&part != 0 {
		return false
	}
	r.done |= part
	return true
}

func read(n *schema.Narrative) *reading {
	r, _ := n.Memo(func() any { return new(reading) }).(*reading)
	return r
}

// Of is the analysis of a narrative in its language: the one that it declares,
// else the one that the run assumes, else the one that it is evidently in.
func Of(env *lint.Environment, n *schema.Narrative) *text.Doc {
	r := read(n)
	if r.doc == nil {
		r.doc = text.Analyse(n.Value, language(env, n))
	}
	return r.doc
}

// At is the place of a span of a narrative's text.
func At(p *lint.Pass, n *schema.Narrative, s text.Span) schema.Range {
	return p.Entry.Source.Within(n.Text, s.Start, s.End)
}
