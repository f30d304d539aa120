package narrative

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Truncated reports texts that break off.
var Truncated = &lint.Rule{
	ID:       "narrative/truncated",
	Title:    "a text breaks off before its end",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Systems cut texts at the size of their field, often 255, 500 or 2,000 characters,
without a word to the writer. What is lost is the end of the story, often the
figures.

Copy the full text from where it was written; if the field is too small for it,
shorten it yourself, or let the field be widened. A text is taken to break off
where it has a field's exact length without a closing mark, ends inside a word,
in "and", "of the", a comma or a slash, ends in "Read more", or leaves a bracket
or quotation open. Two such signs are an error. A title needs no full stop, and an
ellipsis alone is no sign.`,
	Check: prose.EachText(truncationSigns, truncated),
}

func truncated(p *lint.Pass, n *schema.Narrative, found []sign) {
	if repeated(p, n) != nil {
		return // a repeated title is to be written anew anyway
	}
	var said []string
	for _, s := range found {
		said = append(said, s.predicate)
	}
	v := lint.Violation{
		At:      prose.At(p, n, found[0].at),
		Message: prose.Called(p, n) + " breaks off: it " + phrase.List(said, "and"),
		Hint:    "put in the rest of the text, or end it in a whole sentence",
	}
	if len(found) > 1 {
		v.Severity = lint.Error
	}
	p.Report(v)
}

// sign shows where a text breaks off.
type sign struct {
	at        text.Span
	predicate string // completes "it …"
}

// truncationSigns returns the signs that a text on results breaks off.
func truncationSigns(whole prose.Text) []sign {
	if !whole.Role.Reported() || !whole.Written() {
		return nil
	}
	doc, value := whole.Doc(), whole.Value
	t := doc.Truncation()
	var list []sign
	add := func(at text.Span, format string, args ...any) {
		list = append(list, sign{at, fmt.Sprintf(format, args...)})
	}
	inWord := t.Cut == text.LikelyCut || t.Cut == text.MayBeCut && !inDictionary(doc, t.Last) && !inOtherLanguage(whole)
	switch {
	case t.Dangling == text.DanglingSlash && value[t.DanglingAt.Start-1] == ' ': // sets parts off
	case t.Dangling != text.NotDangling:
		add(t.DanglingAt, "ends in %q", t.DanglingAt.Of(value))
	case inWord:
		add(t.Last, "ends in the middle of a word (%q)", t.Last.Of(value))
	}
	if atLimit(t, value) && (len(list) > 0 || t.Limit != 254 && t.Limit != 256) {
		add(t.Last, "has exactly %d characters, the size of a field", t.Limit)
	}
	if !t.ReadMore.IsZero() {
		add(t.ReadMore, "ends in %q", t.ReadMore.Of(value))
	}
	if leftOpen(doc, t, t.OpenBracket) {
		add(t.OpenBracket, "leaves a bracket open")
	}
	if leftOpen(doc, t, t.OpenQuote) {
		add(t.OpenQuote, "leaves a quotation open")
	}
	return list
}

// atLimit reports whether a text has a field's exact length and no closing mark.
func atLimit(t text.Truncation, s string) bool {
	s = strings.TrimSpace(s)
	return t.Limit > 0 && !t.Closed && !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "]")
}

// leftOpen reports whether a bracket or quotation mark was opened in the last words of a
// text that is not closed; one further up was rather forgotten than cut off.
func leftOpen(doc *text.Doc, t text.Truncation, at text.Span) bool {
	const lastWords = 80
	sentences := doc.Sentences()
	return !t.Closed && !at.IsZero() && len(sentences) > 0 &&
		at.Start >= sentences[len(sentences)-1].Start && len(doc.Text())-at.Start <= lastWords
}
