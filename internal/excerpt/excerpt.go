// Package excerpt cuts texts to the length that reports show.
package excerpt

import (
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// Widths in code points.
const (
	excerptWidth = 120 // of a report's excerpt
	contextWidth = 600 // of the context that is stored of a place
	nameWidth    = 200 // of the name of an entry
	messageWidth = 800 // of a message, whatever it quotes
)

// Snippet is the line of text around a place, which is the bytes From to To of it.
type Snippet struct {
	Text     string
	From, To int
}

// Line returns the line of a text in which a stretch of it begins.
func Line(text string, from, to int) Snippet {
	begin, end := schema.LineAround(text, from)
	return Snippet{text[begin:end], from - begin, min(to, end) - begin}
}

// Context returns what is stored of a snippet: a copy of limited width.
func (s Snippet) Context() Snippet {
	s = s.Narrow(contextWidth)
	s.Text = strings.Clone(s.Text)
	return s
}

// Excerpt returns the text around the place as reports quote it.
func (s Snippet) Excerpt() string { return Collapse(s.Narrow(excerptWidth).Text) }

// Collapse replaces each run of white space with one space.
func Collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// Normalise returns a text for comparison: in lower case, with white space
// collapsed.
func Normalise(s string) string { return strings.ToLower(Collapse(s)) }

// Narrow cuts a snippet down to width code points around its place, with an
// ellipsis where something is left out.
func (s Snippet) Narrow(width int) Snippet {
	if utf8.RuneCountInString(s.Text) <= width {
		return s
	}
	marked := min(utf8.RuneCountInString(s.Text[s.From:s.To]), width)
	before := (width - marked) * 2 / 3
	from := back(s.Text, s.From, before)
	to := forward(s.Text, from, width)
	if to == len(s.Text) {
		from = back(s.Text, to, width)
	}
	out := Snippet{From: s.From - from, To: min(s.To, to) - from}
	out.Text = s.Text[from:to]
	if from > 0 {
		out.Text = ellipsis + out.Text
		out.From += len(ellipsis)
		out.To += len(ellipsis)
	}
	if to < len(s.Text) {
		out.Text += ellipsis
	}
	return out
}

const ellipsis = "…"

// back returns the offset n code points before i.
func back(s string, i, n int) int {
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return i
}

// forward returns the offset n code points after i.
func forward(s string, i, n int) int {
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return i
}

// Message shortens a message that quotes a long value, such as one of a megabyte.
func Message(s string) string { return shorten(s, messageWidth) }

// EntryName returns the identifier of an entry as reports name the entry: each
// violation of it repeats that.
func EntryName(identifier string) string { return shorten(strings.TrimSpace(identifier), nameWidth) }

// shorten leaves out the middle of a text that is too long.
func shorten(s string, width int) string {
	if len(s) <= width || utf8.RuneCountInString(s) <= width {
		return s
	}
	head, tail := forward(s, 0, width*3/4), back(s, len(s), width/4)
	return s[:head] + ellipsis + s[tail:]
}
