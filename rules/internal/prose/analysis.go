package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// analysis is what is known of a text in a language, wherever it stands. Its parts
// are computed when they are first needed.
type analysis struct {
	doc      *text.Doc
	declared string // language that the text declares
	language string // language that it is read in

	spelling []spell.Finding
	doubtful []text.Span
	spelt    bool
	mismatch string
	compared bool
}

// analysed returns the analysis of a narrative.
func analysed(env *lint.Environment, n *schema.Narrative) *analysis {
	return cacheOf(env).analysed(env, n)
}

func (c *cache) analysed(env *lint.Environment, n *schema.Narrative) *analysis {
	return c.narrative.get(c.entry, n, func() *analysis {
		return c.analysis(n.Value, n.Lang, c.languageOf(env, n))
	})
}
