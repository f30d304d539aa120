package text

import "strings"

// templates finds what is left of a form: fields in brackets, comments,
// spreadsheet errors. Each search runs only where its character was seen.
func (d *Doc) templates() {
	if d.seen&(sawOpen|sawSquare) != 0 {
		d.bracketFields()
	}
	if d.seen&sawBrace != 0 {
		d.braceFields()
	}
	if d.seen&sawAngle != 0 {
		d.angleFields()
	}
	if d.seen&sawHash != 0 || d.seen&sawScore != 0 || d.seen&sawSquare != 0 && strings.Contains(d.text, "[object") {
		for _, e := range spreadsheetErrors {
			for at := 0; ; {
				n := strings.Index(d.text[at:], e)
				if n < 0 {
					break
				}
				at += n
				d.field(Span{at, at + len(e)})
				at += len(e)
			}
		}
	}
}

func (d *Doc) field(span Span) { d.mark(Marker{Span: span, Kind: Template}) }

// bracketFields finds [insert figure], (insert name), Comment [AB1],
// (max 2000 characters).
func (d *Doc) bracketFields() {
	s := d.text
	for at := 0; at < len(s); {
		n := strings.IndexAny(s[at:], "[(")
		if n < 0 {
			return
		}
		open := at + n
		at = open + 1
		end := strings.IndexAny(s[at:min(len(s), at+120)], ")]([\n")
		if end < 0 || s[at+end] != ']' && s[at+end] != ')' || (s[at+end] == ']') != (s[open] == '[') {
			continue
		}
		content := strings.TrimSpace(s[at : at+end])
		span := Span{open, at + end + 1}
		if content == "" || span.End < len(s) && s[span.End] == '(' { // a Markdown link
			continue
		}
		first, rest, more := strings.Cut(content, " ")
		low := strings.ToLower(strings.TrimRight(first, ":.,"))
		key := " " + low + " "
		switch {
		case s[open] == '[' && reviewer(content) && d.commentStart(open) < open:
			d.field(Span{d.commentStart(open), span.End})
		case s[open] == '[' && low != "" && strings.Contains(fillInOnly, key) && !more && content != "x" && content != "X",
			s[open] == '[' && strings.Contains(fillIn, key) && more && strings.Count(rest, " ") < 8 && !strings.ContainsAny(rest, "0123456789"),
			s[open] == '(' && strings.Contains(fillInVerbs, key) && more && strings.Count(rest, " ") < 8,
			lengthLimit(content):
			d.field(span)
		}
	}
}

// reviewer reports whether a text is the initials and number of a Word comment.
func reviewer(s string) bool {
	n := 0
	for n < len(s) && kinds[s[n]]&isLetter != 0 {
		n++
	}
	if n == 0 || n > 4 || n == len(s) || len(s) > 7 {
		return false
	}
	return strings.Trim(s[n:], "0123456789R") == "" && kinds[s[n]]&isDigit != 0
}

// commentStart returns where the word for a comment begins that stands before a
// bracket; the bracket's own place where there is none.
func (d *Doc) commentStart(open int) int {
	before := strings.ToLower(strings.TrimRight(d.text[max(0, open-14):open], " \u00a0"))
	for _, w := range []string{"commented", "comment", "commentaire", "comentario", "comentado", "comentário"} {
		if strings.HasSuffix(before, w) {
			low := strings.TrimRight(d.text[:open], " \u00a0")
			return max(0, len(low)-len(w))
		}
	}
	return open
}

// lengthLimit reports whether a text is an instruction on length: max 2000
// characters, 500 words maximum.
func lengthLimit(s string) bool {
	s = strings.ToLower(s)
	if len(s) > 60 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	if !containsOneOf(s, "character", "caractère", "caracter", "words", "mots", "palabras", "palavras", "chars") {
		return false
	}
	return containsOneOf(s, "max", "limit", "up to", "no more than", "jusqu", "hasta", "até", "máx") || len(strings.Fields(s)) == 2
}

// braceFields finds {{name}}, ${name}, {0}.
func (d *Doc) braceFields() {
	s := d.text
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], '{')
		if n < 0 {
			return
		}
		open := at + n
		at = open + 1
		end := strings.IndexByte(s[at:min(len(s), at+80)], '}')
		if end < 0 {
			continue
		}
		content := strings.Trim(s[at:at+end], "{ ")
		closing := at + end + 1
		switch {
		case strings.HasPrefix(s[open:], "{{") && strings.HasPrefix(s[closing:], "}"):
			d.field(Span{open, closing + 1})
			at = closing + 1
		case open > 0 && s[open-1] == '$' && content != "":
			d.field(Span{open - 1, closing})
			at = closing
		case len(content) == 1 && kinds[content[0]]&isDigit != 0:
			d.field(Span{open, closing})
			at = closing
		}
	}
}

// angleFields finds <<name>> and <insert name>, but no quotation in << >>.
func (d *Doc) angleFields() {
	s := d.text
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], '<')
		if n < 0 {
			return
		}
		open := at + n
		at = open + 1
		double := strings.HasPrefix(s[at:], "<")
		if double {
			at++
		}
		end := strings.IndexAny(s[at:min(len(s), at+80)], "<>\n")
		if end < 0 || s[at+end] != '>' {
			continue
		}
		content := s[at : at+end]
		closing := at + end + 1
		if double {
			if !strings.HasPrefix(s[closing:], ">") {
				continue
			}
			closing++
		}
		trimmed := strings.TrimSpace(content)
		first, _, more := strings.Cut(strings.ToLower(trimmed), " ")
		known := strings.Contains(fillIn, " "+first+" ") && first != ""
		plain := trimmed != "" && !more && kinds[trimmed[0]]&(isLower|isUpper) != 0 && (strings.IndexByte(trimmed, '_') >= 0 || startsLower(trimmed)) && strings.IndexByte(trimmed, '/') < 0
		if double && (known || plain) || !double && more && known && strings.IndexByte(content, '=') < 0 {
			d.field(Span{open, closing})
		}
		at = closing
	}
}

// unfilled finds XX% and XX women at word i, an x-word.
func (d *Doc) unfilled(i int) {
	w := d.words[i]
	gap := d.after(i)
	if gap == "-" || strings.HasSuffix(d.before(i), "-") && d.before(i) == "-" {
		return
	}
	trimmed := strings.TrimLeft(gap, " \u00a0")
	sign := ""
	if n := len(d.before(i)); n > 0 {
		sign = d.before(i)[n-1:]
	}
	span := w.Span
	switch {
	case strings.HasPrefix(trimmed, "%"):
		span.End = w.End + strings.IndexByte(gap, '%') + 1
		d.field(span)
		return
	case sign == "$" && w.Len() > 1:
		span.Start--
		d.field(span)
		return
	case w.Len() == 1:
		return
	case w.Len() >= 3 && (w.Flags&AllCaps != 0 || d.edgeBefore(i) >= markEdge && d.edgeAfter(i) >= markEdge):
		if w.Len() == 3 && d.romanUse(i) {
			return
		}
		m := Marker{Span: span, Kind: Placeholder}
		if b, ok := d.bracket(i, i); ok && b.Len() == span.Len()+2 {
			m.Span = b
		}
		d.mark(m)
		return
	}
	if d.romanUse(i) {
		return
	}
	if b, ok := d.bracket(i, i); ok && b.Len() == span.Len()+2 {
		d.mark(Marker{Span: b, Kind: Placeholder})
		return
	}
	// XX women, XX per cent: a word in small letters behind it.
	if blank(gap) && i+1 < len(d.words) && d.words[i+1].Flags&Lower != 0 && d.words[i+1].Len() > 2 {
		c := d.class(i + 1)
		if c&(cConjunction|cAuxiliary|cArticle) != 0 || c&cPreposition != 0 && !sameWord(d.word(i+1), "per") {
			return
		}
		switch strings.ToLower(d.word(i + 1)) {
		case "century", "centuries", "chromosome", "chromosomes", "siècle", "edition", "large":
			return
		}
		d.field(span)
	}
}

// romanUse reports whether word i is a Roman numeral, not a blank: siglo XX, Louis
// XX, XX Congress.
func (d *Doc) romanUse(i int) bool {
	if i > 0 && blank(d.before(i)) {
		switch strings.ToLower(d.word(i - 1)) {
		case "siglo", "século", "siècle", "century", "chapter", "part", "volume", "annex", "article", "capítulo", "chapitre", "title", "artículo", "sexo", "cromosoma":
			return true
		}
	}
	if i+1 < len(d.words) && blank(d.after(i)) && d.words[i+1].Flags&(Capitalised|AllCaps|Mixed) != 0 {
		return true
	}
	return false
}
