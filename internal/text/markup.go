package text

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"
)

// MarkupKind is a kind of mark-up in what should be plain text.
type MarkupKind uint8

const (
	Tag      MarkupKind = iota + 1 // <p>, or &lt;p&gt; escaped once more
	Entity                         // &nbsp; or &amp;nbsp;
	Markdown                       // **bold**, # heading, [text](address)
)

// A Markup is one piece of mark-up and what should stand in its place.
type Markup struct {
	Span
	Kind  MarkupKind
	Clean string
}

// Markup returns the mark-up in the text, in order.
func (d *Doc) Markup() []Markup {
	if !d.startPart(doneMarkup) {
		return d.markup
	}
	if d.seen&sawAngle != 0 {
		d.tags()
	}
	if d.seen&sawAmp != 0 {
		d.entities()
	}
	if d.seen&(sawStar|sawHash|sawSquare|sawScore) != 0 {
		d.markdown()
	}
	slices.SortStableFunc(d.markup, func(a, b Markup) int { return a.Start - b.Start })
	kept := d.markup[:0]
	for _, m := range d.markup {
		if len(kept) == 0 || m.Start >= kept[len(kept)-1].End {
			kept = append(kept, m)
		}
	}
	d.markup = kept
	return d.markup
}

// tagNames are the elements that mark-up in narratives has been seen with, and
// whether they break the line.
const (
	inlineTags = " a abbr b big code em font i img mark o:p s small span strong sub sup u del ins st1:place input label "
	blockTags  = " br p div li ul ol h1 h2 h3 h4 h5 h6 table tr td th tbody thead hr blockquote pre section style script html body head title meta article xml form button "
)

// inPlaceOfTag returns what replaces a tag of an element, and whether there is such
// an element.
func inPlaceOfTag(name string) (clean string, ok bool) {
	switch key := " " + name + " "; {
	case strings.Contains(blockTags, key):
		return "\n", true
	case strings.Contains(inlineTags, key):
		return "", true
	}
	return "", false
}

func (d *Doc) addMarkup(span Span, kind MarkupKind, clean string) {
	d.markup = append(d.markup, Markup{span, kind, clean})
}

func (d *Doc) tags() {
	if strings.IndexByte(d.text, '<') < 0 {
		return
	}
	z := nethtml.NewTokenizer(strings.NewReader(d.text))
	at := 0
	for {
		t := z.Next()
		if t == nethtml.ErrorToken {
			return
		}
		n := len(z.Raw())
		span := Span{at, at + n}
		at += n
		switch t {
		case nethtml.StartTagToken, nethtml.EndTagToken, nethtml.SelfClosingTagToken:
			name, _ := z.TagName()
			if clean, ok := inPlaceOfTag(string(name)); ok {
				d.addMarkup(span, Tag, clean)
			}
		case nethtml.CommentToken:
			if strings.HasPrefix(d.text[span.Start:], "<!--") {
				d.addMarkup(span, Tag, "")
			}
		}
	}
}

// entities finds character references left in the text, and tags behind them.
func (d *Doc) entities() {
	s := d.text
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], '&')
		if n < 0 {
			return
		}
		start := at + n
		at = start + 1
		end := start + 1
		for strings.HasPrefix(s[end:], "amp;") {
			end += 4
		}
		semi := strings.IndexByte(s[end:min(len(s), end+10)], ';')
		name := s[end : end+semi+1]
		c := html.UnescapeString("&" + name)
		if semi < 1 || strings.HasPrefix(c, "&") && c != "&" || strings.ContainsAny(name, " \n") {
			if end > start+1 {
				d.addMarkup(Span{start, end}, Entity, "&")
				at = end
			}
			continue
		}
		end += semi + 1
		kind := Entity
		if clean, size, ok := escapedTag(s[end:]); ok && c == "<" {
			kind, c = Tag, clean
			end += size
		} else if r, size := utf8.DecodeRuneInString(c); size == len(c) {
			c = d.shown(c, r, start, s[end:])
		}
		d.addMarkup(Span{start, end}, kind, c)
		at = end
	}
}

// shown returns what a character from a code becomes in a text: a blank for one that
// separates, nothing for one that can't be seen and is not needed there.
func (d *Doc) shown(c string, r rune, at int, rest string) string {
	prev, _ := utf8.DecodeLastRuneInString(d.text[:at])
	switch k := hiddenKind(r, len(c)); {
	case r == '\u00a0' || k == Separator:
		return " "
	case k != 0 && !d.wanted(k, r, prev, rest):
		return ""
	}
	return c
}

// escapedTag reads the rest of &lt;p&gt; behind its &lt;.
func escapedTag(s string) (clean string, size int, ok bool) {
	inner, _, found := strings.Cut(s[:min(len(s), 60)], "&")
	tag, _, _ := strings.Cut(strings.TrimRight(strings.TrimPrefix(inner, "/"), "/ "), " ")
	for _, gt := range []string{"&gt;", "&amp;gt;"} {
		if found && tag != "" && strings.HasPrefix(s[len(inner):], gt) {
			clean, ok = inPlaceOfTag(strings.ToLower(tag))
			return clean, len(inner) + len(gt), ok
		}
	}
	return "", 0, false
}

// markdown finds **bold**, __bold__, # heading, [text](address), `code` and
// rules of three dashes; a single star or underscore is left alone.
func (d *Doc) markdown() {
	s := d.text
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '*', '_':
			if !strings.HasPrefix(s[i:], s[i:i+1]+s[i:i+1]) || i > 0 && (kinds[s[i-1]]&(isCore|isHigh) != 0 || s[i-1] == s[i]) {
				continue
			}
			pair := s[i : i+2]
			end := strings.Index(s[i+2:min(len(s), i+2000)], pair)
			if end < 1 || s[i+2] == ' ' || s[i+2] == s[i] || s[i+1+end] == ' ' || strings.Contains(s[i+2:i+2+end], "\n\n") || s[i] == '_' && end < 2 {
				continue
			}
			closing := i + 2 + end
			d.addMarkup(Span{i, i + 2}, Markdown, "")
			d.addMarkup(Span{closing, closing + 2}, Markdown, "")
			i = closing + 1
		case '#':
			n := 1
			for i+n < len(s) && s[i+n] == '#' {
				n++
			}
			if (i == 0 || s[i-1] == '\n') && n <= 6 && i+n+1 < len(s) && s[i+n] == ' ' && kinds[s[i+n+1]]&(isUpper|isLower|isHigh) != 0 && !strings.HasPrefix(s[i+n:], " of ") && (n > 1 || kinds[s[i+n+1]]&isUpper != 0) {
				d.addMarkup(Span{i, i + n + 1}, Markdown, "")
			}
			i += n - 1
		case '[':
			mid := strings.Index(s[i:min(len(s), i+300)], "](")
			if mid < 2 || strings.IndexByte(s[i+1:i+mid], ']') >= 0 || strings.IndexByte(s[i:i+mid], '\n') >= 0 {
				continue
			}
			end := strings.IndexAny(s[i+mid+2:min(len(s), i+mid+2002)], ") \n")
			if end < 3 || s[i+mid+2+end] != ')' || !strings.ContainsAny(s[i+mid+2:i+mid+2+end], "/.#") {
				continue
			}
			closing := i + mid
			d.addMarkup(Span{i, i + 1}, Markdown, "")
			d.addMarkup(Span{closing, closing + 2 + end + 1}, Markdown, "")
			i = closing
		case '`':
			if strings.HasPrefix(s[i:], "```") {
				d.addMarkup(Span{i, i + 3}, Markdown, "")
				i += 2
			}
		}
	}
}
