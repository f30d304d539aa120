package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// language is the language to read a narrative in: declared, else assumed for
// the run, else the one that the text is evidently written in.
func language(env *lint.Environment, n *schema.Narrative) string {
	if n.Lang != "" {
		return n.Lang
	}
	if env.Language != "" {
		return env.Language
	}
	if g := lang.Detect(evidence(n)); g.Words >= enoughWords && g.Confidence >= sureEnough {
		return g.Code
	}
	return ""
}

const (
	enoughWords = 8
	sureEnough  = 0.4
)

// evidence is the text to tell the language of a narrative from. In portal text
// a statement is too short for that, but it stands above its narrative.
func evidence(n *schema.Narrative) string {
	prose, _ := n.Parent().(*schema.Prose)
	if prose == nil {
		return n.Value
	}
	e, _ := prose.Parent().(*schema.Entry)
	if e == nil || !e.File.Format.Blocks() {
		return n.Value
	}
	var all []string
	for _, p := range append([]*schema.Prose{e.Title}, e.Descriptions...) {
		if p != nil {
			for _, n := range p.Narratives {
				all = append(all, n.Value)
			}
		}
	}
	return strings.Join(all, "\n")
}
