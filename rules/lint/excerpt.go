package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

const (
	excerptWidth = 120 // code points of a report's excerpt
	snippetWidth = 600 // code points of context that are kept for a place
	nameWidth    = 200 // code points of the name of an entry
	messageWidth = 800 // code points of a message, whatever it quotes
)

// Excerpt is the text around what a snippet means, at most width code points
// long, with an ellipsis where something was left out.
func Excerpt(s Snippet, width int) string {
	n := narrow(s, width)
	text := strings.Join(strings.Fields(n.Text), " ")
	return text
}

// lineOf is the line of a text in which a stretch of it begins.
func lineOf(text string, from, to int) Snippet {
	begin, end := schema.LineAround(text, from)
	return Snippet{text[begin:end], from - begin, min(to, end) - begin}
}

// Narrow cuts a snippet down to width code points around what it means.
func Narrow(s Snippet, width int) Snippet { return narrow(s, width) }

func narrow(s Snippet, width int) Snippet {
	if utf8.RuneCountInString(s.Text) <= width {
		return s
	}
	meant := min(utf8.RuneCountInString(s.Text[s.From:s.To]), width)
	before := (width - meant) * 2 / 3
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

// back is the offset n code points before i; forward, n code points after.
func back(s string, i, n int) int {
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return i
}

func forward(s string, i, n int) int {
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return i
}

// shorten leaves out the middle of a text that is too long to be read, such as
// a message that quotes a value of a megabyte.
func shorten(s string) string { return shortenTo(s, messageWidth) }

func shortenTo(s string, width int) string {
	if len(s) <= width || utf8.RuneCountInString(s) <= width {
		return s
	}
	head, tail := forward(s, 0, width*3/4), back(s, len(s), width/4)
	return s[:head] + ellipsis + s[tail:]
}

// ShortMessage is a message as reports give it, whatever it quotes.
func ShortMessage(s string) string { return shorten(s) }

// EntryName is what reports call an entry by its identifier: that itself, unless
// it is longer than any could be. Each violation of the entry repeats it.
func EntryName(identifier string) string { return shortenTo(clean(identifier), nameWidth) }
