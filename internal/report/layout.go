package report

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"github.com/fatih/color"

	"github.com/iatilint/iatilint/internal/excerpt"
)

// word is a word of a paragraph with its colour.
type word struct {
	text  string
	paint *color.Color
	glued bool // no space before it
}

func appendWords(words []word, text string, paint *color.Color) []word {
	for w := range strings.FieldsSeq(text) {
		words = append(words, word{text: w, paint: paint})
	}
	return words
}

// appendCounts adds words, keeping a number on the line of what it counts.
func appendCounts(words []word, text string, paint *color.Color) []word {
	counted := false
	for _, w := range strings.Fields(text) {
		if counted {
			words[len(words)-1].text += " " + w
		} else {
			words = append(words, word{text: w, paint: paint})
		}
		counted = !counted && unicode.IsDigit(rune(w[0]))
	}
	return words
}

// paragraph writes words, broken at the terminal's width; where the output is
// no terminal, it is one line.
func (t *textWriter) paragraph(first, next string, words []word) {
	t.out.WriteString(first)
	column := len(first)
	for i, w := range words {
		switch {
		case i == 0 || w.glued:
		case t.width > 0 && column+1+unbroken(words[i:]) > t.width && column > len(next):
			t.out.WriteString("\n" + next)
			column = len(next)
		default:
			t.out.WriteByte(' ')
			column++
		}
		if w.paint != nil && t.color {
			t.out.WriteString(w.paint.Sprint(w.text))
		} else {
			t.out.WriteString(w.text)
		}
		if t.width > 0 {
			column += displayWidth(w.text)
		}
	}
	t.out.WriteByte('\n')
}

// unbroken returns the width of the first word and of those that may not be broken
// off it.
func unbroken(words []word) int {
	width := displayWidth(words[0].text)
	for _, w := range words[1:] {
		if !w.glued {
			break
		}
		width += displayWidth(w.text)
	}
	return width
}

// painter makes colours that show only where the style has colour.
func painter(style Style) func(...color.Attribute) *color.Color {
	return func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if style.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
}

// displayWidth returns the number of terminal columns that text takes: East Asian
// wide characters two, combining ones none.
func displayWidth(s string) int { return displaywidth.String(s) }

// fit cuts a snippet to a number of columns around what it means and makes it
// visible.
func fit(s excerpt.Snippet, columns int) shown {
	for width := columns; ; width-- {
		out := show(s.Narrow(width))
		if displayWidth(out.text) <= columns || width <= 10 {
			return out
		}
	}
}

// shown is a snippet as it appears in a terminal.
type shown struct {
	text     string
	from, to int
}

func show(s excerpt.Snippet) shown {
	indent := len(s.Text) - len(strings.TrimLeft(s.Text, " \t"))
	indent = min(indent, s.From)
	before, meant, after := Visible(s.Text[indent:s.From]), Visible(s.Text[s.From:s.To]), Visible(s.Text[s.To:])
	after = strings.TrimRight(after, " ")
	return shown{before + meant + after, len(before), len(before) + len(meant)}
}

func (s shown) parts() (before, meant, after string) {
	return s.text[:s.from], s.text[s.from:s.to], s.text[s.to:]
}
