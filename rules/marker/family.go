// Package marker holds the rules about text that was never meant to be
// published.
package marker

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// markers are the markers of one kind in a narrative.
func markers(p *lint.Pass, n *schema.Narrative, kind text.MarkerKind) func(yield func(text.Marker) bool) {
	return func(yield func(text.Marker) bool) {
		for _, m := range prose.Of(p.Env, n).Markers() {
			if m.Kind == kind && !yield(m) {
				return
			}
		}
	}
}
