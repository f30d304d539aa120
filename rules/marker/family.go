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

// each calls report for the markers of one kind.
func each(kind text.MarkerKind, report func(*lint.Pass, *schema.Narrative, text.Marker)) lint.Check {
	return prose.EachText(func(t prose.Text) []text.Marker { return markers(t, kind) },
		func(p *lint.Pass, n *schema.Narrative, found []text.Marker) {
			for _, m := range found {
				report(p, n, m)
			}
		})
}

// reportNote reports a marker that can be removed, unless it is the whole text.
func reportNote(p *lint.Pass, n *schema.Narrative, m text.Marker, message, fix string) {
	v := lint.Violation{
		At:      prose.At(p, n, m.Span),
		Message: message,
		Fixes:   prose.Rewrite(p, n, fix, false, prose.Change{Span: m.Span}),
	}
	if len(v.Fixes) == 0 {
		v.Hint = "nothing else stands there: write the text, or take the whole part out"
	}
	p.Report(v)
}

// markers returns the markers of one kind in a text. Those that follow one another
// ("asdf asdf", "lorem ipsum dolor sit amet") are one.
func markers(t prose.Text, kind text.MarkerKind) []text.Marker {
	var list []text.Marker
	for _, m := range t.Doc().Markers() {
		if m.Kind != kind {
			continue
		}
		if last := len(list) - 1; last >= 0 && strings.Trim(t.Value[list[last].End:m.Start], " ,") == "" {
			list[last].End = m.End
			continue
		}
		list = append(list, m)
	}
	return list
}
