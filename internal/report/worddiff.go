package report

import (
	"github.com/fatih/color"

	"github.com/iatilint/iatilint/rules/lint"
)

// wordDiff writes a word diff for a terminal: in colours, or without them
// between the marks of git's word diff.
type wordDiff struct {
	marked      bool
	gone, fresh *color.Color
}

func newWordDiff(style Style) wordDiff {
	paint := painter(style)
	return wordDiff{marked: !style.Color, gone: paint(color.FgRed, color.CrossedOut), fresh: paint(color.FgGreen)}
}

// unmarked returns the writer for a text that is new or gone as a whole.
func (d wordDiff) unmarked() wordDiff {
	d.marked = false
	return d
}

// add adds a run of words.
func (d wordDiff) add(words []word, r stretch, mayGlue bool) []word {
	var paint *color.Color
	open, end := "", ""
	switch r.op {
	case lint.Insert:
		paint, open, end = d.fresh, "{+", "+}"
	case lint.Delete:
		paint, open, end = d.gone, "[-", "-]"
	}
	if !d.marked {
		open, end = "", ""
	}
	from := len(words)
	words = appendWords(words, open+r.short()+end, paint)
	if mayGlue && from < len(words) {
		words[from].glued = r.glued
	}
	return words
}
