package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markers returns the markers of all four languages, whatever the language of
// the text: an English marker stands in French texts too.
func (d *Doc) Markers() []Marker {
	if !d.startPart(doneMarkers) {
		return d.markers
	}
	if d.wholeContent() {
		return d.markers
	}
	d.lexemes()
	hints := d.lex.hints
	for i := range d.ids {
		h := hints[d.ids[i]]
		if h == 0 {
			if w := d.words[i]; w.Flags&Code != 0 && w.Len() >= 14 {
				d.exampleID(i)
			}
			continue
		}
		if h&hintPhrase != 0 {
			d.markerPhrase(i)
		}
		if h&(hintBe|hintIntro|hintDelete) != 0 {
			d.deletion(i, h)
		}
		if h&hintX != 0 {
			d.unfilled(i)
		}
	}
	d.templates()
	d.sortMarkers()
	return d.markers
}

func (d *Doc) mark(m Marker) {
	if len(d.words) > 0 && !m.Whole {
		first := d.words[0].Start
		last := d.words[len(d.words)-1].End
		m.Whole = m.Start <= first && m.End >= last
	}
	d.markers = append(d.markers, m)
}

// sortMarkers puts the markers in order and keeps one of those that overlap:
// the first found of a deletion, else the longest.
func (d *Doc) sortMarkers() {
	if len(d.markers) < 2 {
		return
	}
	slices.SortStableFunc(d.markers, func(a, b Marker) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	kept := d.markers[:1]
	for _, m := range d.markers[1:] {
		if last := &kept[len(kept)-1]; m.Overlaps(last.Span) {
			if last.Kind != Deletion && (m.Kind == Deletion || m.Len() > last.Len()) {
				*last = m
			}
			continue
		}
		kept = append(kept, m)
	}
	d.markers = kept
}

// wholeContent reports a text that is nothing but a placeholder without words.
func (d *Doc) wholeContent() bool {
	t := strings.TrimSpace(d.text)
	if t == "" || len(t) > 24 {
		return false
	}
	bare := strings.ToLower(strings.Trim(t, "()[]{}<>\"'“” \t\n"))
	if bare == "" || strings.ContainsAny(bare, " \n\t") {
		if bare != "" || len(d.words) > 0 {
			return false
		}
	}
	spread := slices.ContainsFunc(spreadsheetErrors, func(e string) bool { return strings.EqualFold(e, t) })
	if bare != "" && !strings.Contains(wholeContents, " "+bare+" ") && !strings.Contains(wholeContents, " "+strings.TrimRight(bare, ".:;,!")+" ") && !spread {
		if len(d.words) > 0 || utf8.RuneCountInString(bare) > 12 || strings.IndexFunc(bare, func(r rune) bool { return !unicode.IsPunct(r) && r != '=' && r != '+' && r != '~' }) >= 0 {
			return false
		}
	}
	at := strings.Index(d.text, t)
	k := Placeholder
	if spread {
		k = Template
	}
	d.mark(Marker{Span: Span{at, at + len(t)}, Kind: k, Whole: true})
	return true
}

// markerPhrase looks for the listed phrases at word i.
func (d *Doc) markerPhrase(i int) {
	for _, p := range d.lex.marks[d.ids[i]] {
		if !d.followLoosely(i, p.rest, p.kind == Template) {
			continue
		}
		j := i + len(p.rest)
		span, ok := d.setting(i, j, p)
		if !ok {
			continue
		}
		d.mark(Marker{Span: span, Kind: p.kind})
		return
	}
}

// followLoosely is follow; in a template phrase punctuation may stand between.
func (d *Doc) followLoosely(i int, rest []string, loose bool) bool {
	if !loose {
		return d.follow(i, rest)
	}
	if i+len(rest) >= len(d.words) {
		return false
	}
	for n, w := range rest {
		if len(d.after(i+n)) > 3 || !sameWord(d.word(i+n+1), w) {
			return false
		}
	}
	return true
}

// setting checks where the phrase of words i to j stands, and returns its span.
func (d *Doc) setting(i, j int, p markPhrase) (Span, bool) {
	span := Span{d.words[i].Start, d.words[j].End}
	if p.setting == anywhere {
		return span, true
	}
	whole := i == 0 && j == len(d.words)-1
	if p.setting == entire {
		if !whole || strings.ContainsAny(d.text, "0123456789%") && p.lang != other && len(p.rest) == 0 {
			return span, false
		}
		if strings.Contains(d.after(j), "?") && len(d.after(j)) > 1 {
			return span, false
		}
		return span, !strings.Contains(d.after(j), "_")
	}
	if p.setting == opening {
		if d.words[i].Flags&SentenceStart == 0 || d.words[i].Flags&Lower != 0 && i > 0 && d.edgeBefore(i) != bracketEdge {
			return span, false
		}
		return span, i == 0 || d.edgeBefore(i) == bracketEdge || d.edgeBefore(i) == lineEdge
	}
	caps := d.words[i].Flags&AllCaps != 0 && d.allCaps(i, j)
	left, right := d.edgeBefore(i), d.edgeAfter(j)
	if left == bracketEdge && right == bracketEdge {
		if b, ok := d.bracket(i, j); ok {
			return b, true
		}
	}
	if whole {
		return span, p.setting != labelled || plainLabel(p) || caps
	}
	switch p.setting {
	case inCaps:
		if caps {
			return span, true
		}
	case labelled:
		// OLD - Support to …
		return span, caps && (left == textEdge || left == lineEdge) && right >= markEdge && strings.ContainsAny(d.after(j), ":-–—_|") ||
			caps && right == textEdge && left == markEdge && strings.ContainsAny(d.before(i), "-–—_|*")
	}
	if left >= markEdge && right >= markEdge || left == commaEdge && right >= lineEdge && (caps || len(p.rest) > 0 && p.kind == Placeholder) {
		return span, d.notAName(i, p)
	}
	return span, false
}

// notAName reports whether a placeholder at word i can't be a name, as TBC alone
// behind a full stop may be.
func (d *Doc) notAName(i int, p markPhrase) bool {
	return p.kind != Placeholder || len(p.rest) > 0 || !strings.HasPrefix(d.before(i), ".")
}

// plainLabel reports whether a one-word label counts in small letters as the whole
// text: "Discontinued".
func plainLabel(p markPhrase) bool { return p.kind == Retired && p.all != "old" }

// exampleID reports the example identifier of the standard.
func (d *Doc) exampleID(i int) {
	w := d.words[i]
	word := w.Of(d.text)
	if strings.HasPrefix(word, "AA-AAA-123456789") || strings.HasPrefix(word, "BB-BBB-123456789") || strings.HasPrefix(word, "CC-CCC-123456789") || strings.HasPrefix(word, "ABC-123456") {
		d.mark(Marker{Span: w.Span, Kind: TestEntry})
	}
}
