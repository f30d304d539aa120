// Package narrative holds the rules about the text of titles, descriptions and
// comments.
package narrative

import (
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// longest is the longest narrative of a title or description, and how many
// characters it has; nil where one of them is none of a writer's work and
// another rule speaks about it.
func longest(env *lint.Environment, proses ...*schema.Prose) (n *schema.Narrative, chars int) {
	for _, p := range proses {
		if p == nil {
			continue
		}
		for _, candidate := range p.Narratives {
			size := utf8.RuneCountInString(trimmed(candidate).Of(candidate.Value))
			if n == nil || size > chars {
				n, chars = candidate, size
			}
		}
	}
	if n == nil || !prose.Written(env, n) {
		return nil, 0
	}
	return n, chars
}

// trimmed is the narrative without white space around it.
func trimmed(n *schema.Narrative) text.Span {
	start, end := 0, len(n.Value)
	for start < end && n.Value[start] <= ' ' {
		start++
	}
	for end > start && n.Value[end-1] <= ' ' {
		end--
	}
	return text.Span{Start: start, End: end}
}
