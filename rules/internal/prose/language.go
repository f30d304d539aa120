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
	if g := guess(env, n); g.Words >= enoughWords && g.Confidence >= sureEnough {
		return g.Code
	}
	return ""
}

const (
	enoughWords = 8
	sureEnough  = 0.4
)

// guess is the language that a narrative seems to be in. The statement of an
// outcome is too short to tell, but it stands above its narrative: there the
// language is that of the entry.
func guess(env *lint.Environment, n *schema.Narrative) lang.Guess {
	prose, _ := n.Parent().(*schema.Prose)
	if prose == nil {
		return lang.Detect(n.Value)
	}
	e, _ := prose.Parent().(*schema.Entry)
	if e == nil || e.Kind == schema.ActivityEntry {
		return lang.Detect(n.Value)
	}
	known := &shelfOf(env).guessed
	if known.number == 0 || known.number != env.EntryNumber() || known.entry != e {
		*known = guessed{env.EntryNumber(), e, lang.Detect(allOf(e))}
	}
	return known.language
}

// guessed is the language of an entry, which is the one at hand or what it was
// earlier.
type guessed struct {
	number   int // of the entry at hand
	entry    *schema.Entry
	language lang.Guess
}

// allOf is an entry's statement and narratives, but for those that declare a
// language.
func allOf(e *schema.Entry) string {
	var all []string
	for _, p := range append([]*schema.Prose{e.Title}, e.Descriptions...) {
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
