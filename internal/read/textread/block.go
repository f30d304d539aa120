package textread

import (
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// headOf returns the heading that a block begins with, and the end of its lines. Its
// identifier may be below a label that stands alone.
func (s scheme) headOf(text string) (h heading, end int) {
	first := firstLine(text)
	h, reads := s.header(first, "")
	if reads != announces && !h.numbered(text) {
		return h, len(first)
	}
	for at := range lines(text, len(first)) {
		if blank(text[at.Start:at.End]) {
			continue
		}
		if below, under := s.header(text[at.Start:at.End], ""); under == begins && (below.bare || reads == announces && !exact(first)) {
			below.kind, below.bare = h.kind, false
			return below.moved(int(at.Start)), int(at.Start) + len(firstLine(text[at.Start:]))
		}
		break
	}
	return h, len(first)
}

// numbered reports whether what stands for the identifier is only a number: "outcome 1.2".
func (h heading) numbered(text string) bool {
	return h.identifier.Known() && !strings.ContainsFunc(text[h.identifier.Start:h.identifier.End], unicode.IsLetter)
}

// moved returns a heading with its places moved by some bytes.
func (h heading) moved(by int) heading {
	for _, at := range []*schema.Range{&h.identifier, &h.fused, &h.statement} {
		if at.Known() {
			at.Start, at.End = at.Start+int32(by), at.End+int32(by)
		}
	}
	return h
}

// repeats reports whether a line below a heading only repeats its identifier, whole
// or short, as the pages of portals do.
func repeats(text string, current heading, line string, h heading) bool {
	whole := plainIdentifier(text[current.identifier.Start:current.identifier.End])
	again := plainIdentifier(line[h.identifier.Start:h.identifier.End])
	return !h.statement.Known() && (whole == again || strings.HasSuffix(whole, "-"+again) || strings.HasSuffix(again, "-"+whole) && whole != "")
}

// block is an entry that is made of its lines.
type block struct {
	*Reader
	entry   *schema.Entry
	heading heading
	text    string
	before  string // the line above

	statement, narrative schema.Range
	aside                bool           // the statement so far is a bracket beside the identifier
	described            bool           // the name of the narrative has been seen
	cuts                 []schema.Range // lines that are no part of the narrative
}

// parse makes an entry of a block: header, statement, narrative.
func (r *Reader) parse(source *schema.Source, index int) *schema.Entry {
	text := source.Text
	e := &schema.Entry{File: r.file, Source: source, Index: index, At: trim(text, schema.Range{End: int32(len(text))})}
	h, end := r.scheme.headOf(text)
	e.Kind = h.kind
	e.Tag = trim(text, schema.Range{End: int32(end)})
	e.Identifier = textAt(text, h.identifier)
	if h.fused.Known() {
		e.Faults = append(e.Faults, fusedFault(e, h))
	}
	b := &block{Reader: r, entry: e, heading: h, text: text, before: text[:end], statement: h.statement}
	b.aside = isAside(text[h.statement.Start:h.statement.End])
	for at := range lines(text, end) {
		b.add(at)
	}
	if b.statement.Known() {
		e.Title = narrated(e, "title", textAt(text, b.statement))
	}
	if b.narrative.Known() {
		content := without(b.cuts, textAt(text, b.narrative))
		if content.Escaped {
			source.RawSpan = aroundCuts(b.cuts)
		}
		e.Descriptions = []*schema.Prose{narrated(e, "description", content)}
	}
	return e
}

// isAside reports whether a text is only a bracket: what it says is no statement by itself.
func isAside(text string) bool {
	return text != "" && strings.IndexAny(text, opening) == 0 && closed(text) == len(text)
}

// add adds a line.
func (b *block) add(at schema.Range) {
	line := b.text[at.Start:at.End]
	switch {
	case b.inTable(b.entry.Source.Base.Offset + int64(at.Start)):
		b.cut(at)
	case blank(line):
	case isSuppression(line):
		s, _ := ignore.Comment(line)
		s.At = at
		b.entry.Suppressions = append(b.entry.Suppressions, s)
		b.cut(at)
	case chrome(line):
		b.entry.AddFault(chromeFault(at, line))
	case b.repeated(at, line):
		b.entry.AddFault(repeatedFault(at, line))
		b.cut(at)
	default:
		b.addText(at)
	}
}

// cut leaves a line out of the narrative.
func (b *block) cut(at schema.Range) {
	whole := wholeLine(b.text, at)
	if n := len(b.cuts); n > 0 && b.cuts[n-1].End == whole.Start {
		b.cuts[n-1].End = whole.End
		return
	}
	b.cuts = append(b.cuts, whole)
}

// repeated reports whether a line only repeats the identifier, and adds a fault of one
// that an entry may begin with.
func (b *block) repeated(at schema.Range, line string) bool {
	h, reads := b.scheme.header(line, b.before)
	b.before = line
	switch reads {
	case begins:
		if repeats(b.text, b.heading, line, h) {
			return true
		}
		b.entry.AddFault(doubtfulFault(b.text, h.moved(int(at.Start))))
	case doubtful:
		b.entry.AddFault(doubtfulFault(b.text, h.moved(int(at.Start))))
	}
	return false
}

// addText adds a line of the statement or the narrative, without the name of the field.
func (b *block) addText(at schema.Range) {
	if !b.narrative.Known() {
		of, value := field(b.text[at.Start:at.End])
		if of == "description" || of == "title" && !b.statement.Known() {
			b.described = b.described || of == "description"
			if at.Start += int32(value); at.Len() == 0 {
				return
			}
		}
	}
	switch {
	case !b.statement.Known() && !b.described:
		b.statement = at
	case b.aside && !b.described:
		b.statement.End, b.aside = at.End, false
	case !b.narrative.Known():
		b.narrative = at
	default:
		b.narrative.End = at.End
	}
}
