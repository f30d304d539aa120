package textread

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// heading is a line that begins an entry: "outcome XM-DAC-41146-MLI_D_1.1".
type heading struct {
	kind       schema.EntryKind
	identifier schema.Range // in the line
	fused      schema.Range // a short identifier glued before the whole one
	statement  schema.Range // what follows the identifier on its line
	bare       bool         // there is no word for the entry before the identifier
}

// reading is what a line is read as.
type reading uint8

const (
	prose     reading = iota
	doubtful          // prose that an entry may begin with
	announces         // a label alone, which may belong to an identifier below it
	begins            // the beginning of an entry
)

// headLength is how much of a line is looked at, in bytes, for what it begins with.
const headLength = 240

// header reads a line below another one. A line begins an entry if it begins with an
// identifier, with or without a word such as "outcome" before it, and does not go on
// as a sentence does.
func (s scheme) header(line, before string) (heading, reading) {
	head := line[:min(len(line), headLength)]
	start := ornament(head)
	if start == len(head) || !strings.ContainsAny(head, "0123456789") && len(head) == headLength {
		return heading{}, prose
	}
	h, r := s.headerAt(line, head, start)
	if r == prose {
		if n := len(numbering.FindString(head[start:])); n > 0 {
			start += n
			start += ornament(head[start:])
			h, r = s.headerAt(line, head, start)
		}
	}
	if r == prose {
		return s.unknownLabel(line, head, start)
	}
	if r == begins && (bracketed(head[:start]) || goesOn(before) && (h.bare || strings.HasSuffix(strings.TrimSpace(line), "."))) {
		return h, doubtful
	}
	return h, r
}

// numbering is that of a list.
var numbering = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[A-Za-z][.)]|[ivxIVX]{1,5}[.)])(?:[\s\p{Cf}]+|\z)`)

// ornament returns the length of what stands before the first letter or number: blanks,
// bullets, marks of Markdown, brackets.
func ornament(text string) int {
	n := strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	if n < 0 {
		return len(text)
	}
	return n
}

// bracketed reports whether what stands before the first letter opens a bracket that
// it doesn't close.
func bracketed(before string) bool {
	return strings.LastIndexAny(before, "([（") > strings.LastIndexAny(before, ")]）")
}

// headerAt reads the line from where it has a letter or number.
func (s scheme) headerAt(line, head string, start int) (heading, reading) {
	kind, n := label(head[start:])
	h := heading{kind: kind, bare: n == 0}
	if h.bare {
		h.kind = schema.OutcomeEntry
	}
	at := start + n
	at += ornament(head[at:])
	if at == len(head) {
		if n > 0 && len(head) < headLength {
			return heading{kind: kind}, announces
		}
		return heading{}, prose
	}
	id := s.identifier(head[at:])
	if id == 0 && n > 0 {
		if digits := leadingNumber(head[at:]); digits > 0 {
			next := at + digits + ornament(head[at+digits:])
			if id = s.identifier(head[next:]); id > 0 {
				at = next
			}
		}
	}
	if id == 0 {
		return s.malformed(h, line, head, at, head[start:start+n])
	}
	h.identifier = schema.Range{Start: int32(at), End: int32(at + id)}
	return h.withRest(line)
}

func leadingNumber(text string) int {
	n := strings.IndexFunc(text, func(r rune) bool { return r != '.' && !unicode.IsDigit(r) })
	if n < 0 {
		return len(text)
	}
	return n
}

// malformed reads a line with an identifier that is none by its form. It takes a word
// for the entry before it, or a portal's slip, to know it as one.
func (s scheme) malformed(h heading, line, head string, at int, label string) (heading, reading) {
	whole := trim(line, schema.Range{Start: int32(at), End: int32(len(line))})
	piece := schema.Range{Start: whole.Start, End: whole.Start + int32(inIdentifier(head[at:]))}
	if i := fusedAt(line[piece.Start:piece.End]); i > 0 && identifierLike(line[piece.Start:piece.End]) {
		h.fused, h.identifier = piece.Sub(0, i), piece.Sub(i, piece.Len())
		return h.withRest(line)
	}
	text := line[whole.Start:whole.End]
	blank := strings.TrimFunc(head[strings.Index(head, label)+len(label):at], isSpace) == ""
	switch {
	case label == "":
		return heading{}, prose
	case identifierLike(text) && (blank && strings.EqualFold(label, string(h.kind)) || composed(text)):
		h.identifier = whole
		return h, begins
	case composed(line[piece.Start:piece.End]):
		h.identifier = piece
		h, r := h.withRest(line)
		return h, min(r, doubtful)
	case ornament(line[whole.Start+int32(leadingNumber(text)):]) == len(line)-int(whole.Start)-leadingNumber(text):
		return heading{kind: h.kind}, announces // "Outcome 2"
	}
	return heading{}, prose
}

// composed reports whether a text has letters, digits and two separators or more.
func composed(text string) bool {
	text = plainIdentifier(text)
	marks := strings.Count(text, "-") + strings.Count(text, "_") + strings.Count(text, ".")
	return marks > 1 && strings.ContainsAny(text, "0123456789") && strings.ContainsFunc(text, unicode.IsLetter)
}

// withRest reads what follows the identifier on its line.
func (h heading) withRest(line string) (heading, reading) {
	rest := line[h.identifier.End:]
	n := strings.IndexFunc(rest, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(opening, r)
	})
	if n < 0 {
		return h, begins
	}
	between := rest[:n]
	end := len(strings.TrimRightFunc(rest, func(r rune) bool { return isSpace(r) || strings.ContainsRune("*|_#", r) }))
	h.statement = h.identifier.Sub(h.identifier.Len(), h.identifier.Len()).Sub(n, end)
	if strings.ContainsAny(between, ",;") {
		return h, h.named(line)
	}
	if strings.ContainsAny(between, ":：|\t=") || strings.ContainsFunc(between, dash) {
		return h, begins
	}
	body := rest[n:end]
	if first, _ := utf8.DecodeRuneInString(body); strings.ContainsRune(opening, first) {
		body = strings.TrimLeftFunc(body[closed(body):], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	}
	if first, _ := utf8.DecodeRuneInString(body); !unicode.IsLower(first) {
		return h, begins
	}
	if words().mentions[fold(body[:letters(body)])] {
		return h, prose
	}
	return h, doubtful
}

const opening = `([{（【«“"‘`

// closed returns the length of the bracket or quotation that a text begins with; all
// of it where that is not closed.
func closed(text string) int {
	_, first := utf8.DecodeRuneInString(text)
	if n := strings.IndexAny(text[first:], `)]}）】»”"’`); n >= 0 {
		_, size := utf8.DecodeRuneInString(text[first+n:])
		return first + n + size
	}
	return len(text)
}

// named returns doubtful where most of a line is the identifier.
func (h heading) named(line string) reading {
	if 2*h.identifier.Len() >= len(strings.TrimSpace(line)) {
		return doubtful
	}
	return prose
}

// unknownLabel looks for an identifier behind a few words that are unknown.
func (s scheme) unknownLabel(line, head string, at int) (heading, reading) {
	if len(line) > 2*maxIdentifier || !strings.ContainsAny(head, "-_0123456789") {
		return heading{}, prose
	}
	for range maxLabel {
		n := strings.IndexFunc(head[at:], isSpaceOrMark)
		if n < 0 || words().mentions[fold(head[at:at+letters(head[at:])])] {
			break
		}
		at += n + ornament(head[at+n:])
		if id := s.identifier(head[at:]); id > 0 {
			h := heading{kind: schema.OutcomeEntry, identifier: schema.Range{Start: int32(at), End: int32(at + id)}}
			return h, h.named(line)
		}
	}
	return heading{}, prose
}

func isSpaceOrMark(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(":：([{（【|=", r)
}

// goesOn reports whether a line ends in the middle of a sentence, which leads up to
// what follows.
func goesOn(line string) bool {
	line = strings.TrimSpace(line)
	if strings.HasSuffix(line, ",") || strings.HasSuffix(line, "(") {
		return true
	}
	at := strings.LastIndexFunc(line, unicode.IsSpace)
	word := fold(line[at+1:])
	return at > 0 && (words().mentions[word] || words().kinds[word] != "")
}
