package prose

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// languageOf returns the language to read a narrative in: declared, else assumed
// for the run, else the one that the text is evidently written in.
func (c *cache) languageOf(env *lint.Environment, n *schema.Narrative) string {
	if n.Lang != "" {
		return n.Lang
	}
	if env.Language != "" {
		return env.Language
	}
	if g := c.guess(Detector(env), n); g.Words >= enoughWords && g.Confidence >= sureEnough {
		return g.Code
	}
	return ""
}

const (
	enoughWords = 8
	sureEnough  = 0.4
)

// guess returns the language that a narrative seems to be in. The statement of an
// outcome is too short to tell, but it stands above its narrative: there the
// language is that of the entry.
func (c *cache) guess(d *lang.Detector, n *schema.Narrative) lang.Guess {
	element, _ := n.Parent().(*schema.Prose)
	if element == nil {
		return d.Detect(n.Value)
	}
	e, _ := element.Parent().(*schema.Entry)
	if e == nil || e.Kind == schema.ActivityEntry {
		return d.Detect(n.Value)
	}
	return c.language.get(c.entry, e, func() lang.Guess { return d.Detect(undeclared(e)) })
}

// undeclared returns an entry's statement and narratives, but for those that
// declare a language.
func undeclared(e *schema.Entry) string {
	var all []string
	texts := append([]*schema.Prose{e.Title}, e.Descriptions...)
	if e.Kind == schema.UnassignedText {
		texts = e.OtherProse
	}
	for _, p := range texts {
		if p != nil {
			for _, n := range p.Narratives {
				if n.Lang == "" {
					all = append(all, n.Value)
				}
			}
		}
	}
	return strings.Join(all, "\n")
}
