package history

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// withoutMarkers returns a title without its markers and links to a framework, which other
// rules report.
func withoutMarkers(p *lint.Pass, n *schema.Narrative) *text.Doc {
	doc := prose.Of(p.Env, n)
	var cuts []text.Span
	for _, m := range doc.Markers() {
		cuts = append(cuts, m.Span)
	}
	for _, w := range links(doc) {
		cuts = append(cuts, bracketAround(n.Value, w))
	}
	if len(cuts) == 0 {
		return doc
	}
	slices.SortFunc(cuts, func(a, b text.Span) int { return a.Start - b.Start })
	var b strings.Builder
	end := 0
	for _, c := range cuts {
		if c.Start > end {
			b.WriteString(n.Value[end:c.Start])
		}
		end = max(end, c.End)
	}
	b.WriteString(n.Value[end:])
	return text.Analyse(b.String(), doc.Language())
}

// links returns the codes of a framework in a text: SP_D_1.1.
func links(doc *text.Doc) []text.Word {
	var list []text.Word
	for _, w := range doc.Words() {
		if w.Has(text.Code) && strings.Contains(w.Of(doc.Text()), "_") {
			list = append(list, w)
		}
	}
	return list
}

// bracketAround returns the place of the bracket around a link, or of the link alone.
func bracketAround(s string, link text.Word) text.Span {
	open := strings.LastIndexByte(s[:link.Start], '(')
	if open < 0 || strings.Contains(s[open:link.Start], ")") {
		return link.Span
	}
	if end := strings.IndexByte(s[link.End:], ')'); end >= 0 {
		return text.Span{Start: open, End: link.End + end + 1}
	}
	return text.Span{Start: open, End: len(s)}
}

// edit is how far a text was changed.
type edit int

const (
	untouched edit = iota
	form           // case, punctuation
	letters        // the spelling of words
	reworded
)

// editBetween returns how far a title was changed.
func editBetween(before, after *text.Doc) edit {
	a, b := strings.Fields(before.Text()), strings.Fields(after.Text())
	if slices.Equal(a, b) {
		return untouched
	}
	if text.Fold(before.Text()) == text.Fold(after.Text()) {
		return form
	}
	if respelt(strings.Fields(before.Normal(false)), strings.Fields(after.Normal(false))) {
		return letters
	}
	return reworded
}

// respelt reports whether two texts have as many words, of which some differ by a
// letter or two.
func respelt(before, after []string) bool {
	const shortest, mostLetters = 4, 2
	if len(before) != len(after) {
		return false
	}
	for i, b := range before {
		a := after[i]
		if a == b {
			continue
		}
		if len(a) < shortest || len(b) < shortest || strings.ContainsAny(a+b, "0123456789") || nearest.Distance([]rune(a), []rune(b), mostLetters) > mostLetters {
			return false
		}
	}
	return true
}
