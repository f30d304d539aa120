// Package narrative holds the rules about the text of titles, descriptions and
// comments.
package narrative

import (
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// longest returns the longest narrative of a title or description and its weight; nil
// where there is none, or where nobody wrote it and another rule says so.
func longest(env *lint.Environment, proses ...*schema.Prose) (n *schema.Narrative, size int) {
	for _, p := range proses {
		if p == nil {
			continue
		}
		for _, candidate := range p.Narratives {
			chars := weight(trimmed(candidate).Of(candidate.Value))
			if n == nil || chars > size {
				n, size = candidate, chars
			}
		}
	}
	if n == nil || !prose.Written(env, n) {
		return nil, 0
	}
	return n, size
}

// weight returns how many characters a text has, those that stand for a syllable or a
// word counted as three.
func weight(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= '\u1100' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			n += 2
		}
	}
	return n
}

// trimmed returns the narrative without white space around it.
func trimmed(n *schema.Narrative) text.Span {
	blank := func(r rune) bool { return r <= ' ' }
	start := len(n.Value) - len(strings.TrimLeftFunc(n.Value, blank))
	return text.Span{Start: start, End: start + len(strings.TrimRightFunc(n.Value[start:], blank))}
}

// inDictionary reports whether the dictionary of a text has a word, or there is none.
func inDictionary(doc *text.Doc, word text.Span) bool {
	list, ok := dict.For(doc.Language())
	return !ok || list.Has(word.Of(doc.Text()))
}

// inOtherLanguage reports whether a text is in another language than it declares: its words
// are judged by the wrong dictionary.
func inOtherLanguage(t prose.Text) bool {
	_, other := t.Mismatch()
	return other
}
