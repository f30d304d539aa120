package report

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
)

// fewestWords is the number of words from which a word diff is shown: shorter
// texts are quoted in the message.
const fewestWords = 4

// mostWords is how many words of a diff are shown under a violation.
const mostWords = 60

// editContext is how many words are kept around the changes of a text, and of
// long inserted or deleted ones.
var editContext = keep{equal: 6, changed: 10}

// edits makes the word diffs that are shown under violations. Where several
// violations in a row are about the same edit, it is shown once.
type edits struct{ last *lint.Change }

// diff returns the diff of a violation's text, nil where it says no more than the
// message does.
func (e *edits) diff(v *finding.Finding) []stretch {
	c, last := v.Change, e.last
	e.last = c
	if c == nil || last != nil && c.Before == last.Before && c.After == last.After || !saysMore(v) {
		return nil
	}
	return firstWords(stretchesOf(c.Diff, editContext), mostWords)
}

func saysMore(v *finding.Finding) bool {
	before, after := strings.Fields(v.Change.Before), strings.Fields(v.Change.After)
	if len(before) == 0 || len(after) == 0 || max(len(before), len(after)) < fewestWords {
		return false
	}
	if quoted(v.Message, before) && !slices.ContainsFunc(v.Change.Diff, keepsWord) {
		return false // the line of the violation holds the rest
	}
	return !allQuoted(v)
}

func keepsWord(d lint.Diff) bool {
	return d.Op == lint.Equal && strings.ContainsFunc(d.Text, unicode.IsLetter)
}

// allQuoted reports whether the message quotes everything deleted and inserted.
func allQuoted(v *finding.Finding) bool {
	return !slices.ContainsFunc(v.Change.Diff, func(d lint.Diff) bool {
		words := strings.Fields(d.Text)
		return d.Op != lint.Equal && len(words) > 0 && !quoted(v.Message, words)
	})
}

func quoted(message string, words []string) bool {
	return strings.Contains(message, `"`+strings.Join(words, " ")+`"`)
}

// firstWords ends a diff after so many words.
func firstWords(list []stretch, most int) []stretch {
	n := 0
	for i := range list {
		s := &list[i]
		words := strings.Fields(s.short())
		if n+len(words) <= most {
			n += len(words)
			continue
		}
		if n < most {
			s.head, s.hidden = strings.Join(words[:most-n], " "), ""
			i++
		}
		return append(list[:i], stretch{op: lint.Equal, head: "…"})
	}
	return list
}
