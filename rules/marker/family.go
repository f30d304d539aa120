// Package marker holds the rules about text that was never meant to be
// published.
package marker

import (
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// alone is the hint for a marker that is the whole text.
const alone = "nothing else stands there: write the text, or take the whole part out"

// markers are the markers of one kind in a narrative. Those that follow one
// another ("asdf asdf", "lorem ipsum dolor sit amet") are one.
func markers(p *lint.Pass, n *schema.Narrative, kind text.MarkerKind) []text.Marker {
	var list []text.Marker
	for _, m := range prose.Of(p.Env, n).Markers() {
		if m.Kind != kind {
			continue
		}
		if last := len(list) - 1; last >= 0 && strings.Trim(n.Value[list[last].End:m.Start], " ,") == "" {
			list[last].End = m.End
			continue
		}
		list = append(list, m)
	}
	return list
}
