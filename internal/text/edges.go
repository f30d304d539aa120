package text

import (
	"strings"
	"unicode/utf8"
)

// edge is what sets a phrase off from the text beside it.
type edge uint8

const (
	noEdge    edge = iota
	commaEdge      // a comma: weak
	markEdge       // : ; – - | . and the like
	lineEdge
	bracketEdge
	textEdge
)

// edgeBefore judges what stands before word i.
func (d *Doc) edgeBefore(i int) edge {
	gap := d.before(i)
	if gap == " " {
		return noEdge
	}
	t := strings.TrimRight(gap, " \t\u00a0\"'“‘«*_")
	if strings.HasSuffix(t, "(") || strings.HasSuffix(t, "[") || strings.HasSuffix(t, "{") || strings.HasSuffix(t, "<") {
		return bracketEdge
	}
	if i == 0 {
		return textEdge
	}
	return gapEdge(gap, t)
}

// edgeAfter judges what stands behind word i.
func (d *Doc) edgeAfter(i int) edge {
	gap := d.after(i)
	if gap == " " {
		return noEdge
	}
	t := strings.TrimLeft(gap, " \t\u00a0\"'”’».!?…*_")
	if t != "" && strings.IndexByte(")]}>", t[0]) >= 0 {
		return bracketEdge
	}
	if i+1 >= len(d.words) {
		return textEdge
	}
	return gapEdge(gap, strings.TrimRight(gap, " \t\u00a0\"'“‘«("))
}

func gapEdge(gap, trimmed string) edge {
	if strings.IndexByte(gap, '\n') >= 0 {
		return lineEdge
	}
	if trimmed == "" {
		if strings.ContainsAny(gap, "([") {
			return markEdge
		}
		return noEdge
	}
	r, _ := utf8.DecodeLastRuneInString(trimmed)
	switch r {
	case ':', ';', '|', '–', '—', '.', '!', '?', '•', '>', ')', ']', '=', '…', '*', '_', '~':
		return markEdge
	case '-', '/', '\\':
		if len(gap) > 1 || r == '\\' {
			return markEdge
		}
	case ',':
		return commaEdge
	}
	if strings.ContainsAny(gap, "([") {
		return markEdge
	}
	return noEdge
}

// bracket returns the bracket around the words i to j, if they are within one
// that is opened and closed on the same line.
func (d *Doc) bracket(i, j int) (Span, bool) {
	s := d.text
	from := strings.LastIndexAny(s[max(0, d.words[i].Start-160):d.words[i].Start], "([{<)]}>\n")
	if from < 0 {
		return Span{}, false
	}
	from += max(0, d.words[i].Start-160)
	to := strings.IndexAny(s[d.words[j].End:min(len(s), d.words[j].End+160)], "([{<)]}>\n")
	if to < 0 {
		return Span{}, false
	}
	to += d.words[j].End
	switch s[from:from+1] + s[to:to+1] {
	case "()", "[]", "{}", "<>":
		return Span{from, to + 1}, true
	}
	return Span{}, false
}

// allCaps reports whether the words i to j are all in capitals, while the text
// has words that are not.
func (d *Doc) allCaps(i, j int) bool {
	for n := i; n <= j; n++ {
		if w := d.words[n]; w.Flags&(AllCaps|Digit) == 0 && !(w.Flags&Capitalised != 0 && w.Len() <= 2) {
			return false
		}
	}
	return true
}
