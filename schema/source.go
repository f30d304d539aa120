package schema

import (
	"sort"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/attachment"
)

// Source is the text that an entry (or the head of a file) was read from, in
// UTF-8, and what is needed to find any part of it again in the file on disk. It
// must not be copied, nor its text be changed once places in it were resolved.
type Source struct {
	Text string
	Base Position // of Text[0] in the file

	// EncodedLen gives the number of bytes that UTF-8 text takes in the file's
	// own encoding; nil for UTF-8 files.
	EncodedLen func(utf8 string) int64

	// RawSpan maps the bytes from to to of an escaped value to the bytes of the
	// raw text that they were decoded from, counted from its start; nil where
	// nothing is ever escaped.
	RawSpan func(s *Source, t Text, from, to int) (rawFrom, rawTo int)

	// Cells says where each piece of Text came from, in order of Start, where it
	// is not one stretch of the file: the cells of a spreadsheet, the rows of a
	// table that stand apart. Empty for other texts.
	Cells []Cell

	// Parts says in which file each stretch of Text stands, in order of Start,
	// where it is brought together from several; what EncodedLen and RawSpan say
	// stands there then. Empty for the text of one file.
	Parts []Part

	// Cache is for the packages of this module.
	Cache attachment.Cache

	lines atomic.Pointer[lineIndex] // of a long text
}

// Stretch returns a source for another stretch of the file, in the same encoding.
func (s *Source) Stretch(text string, base Position) *Source {
	return &Source{Text: text, Base: base, EncodedLen: s.EncodedLen, RawSpan: s.RawSpan}
}

// Cell is one piece of a Source's text: a spreadsheet's cell, or rows that
// follow each other in the file.
type Cell struct {
	Start int32
	Name  string   // "Sheet!B7"; "" for text that has lines
	At    Position // where it begins in the file; the zero Position: right behind the one before
}

// Span resolves a range to its place in the file.
func (s *Source) Span(r Range) Span {
	if !r.Known() {
		r = Range{0, 0}
	}
	r = s.inPart(r)
	if len(s.Cells) == 0 {
		start := s.place(r.Start)
		return Span{Start: start, End: s.end(start, r)}
	}
	first := s.cell(r.Start)
	known, from := s.begin(first)
	span := Span{Start: s.position(known, from, r.Start)}
	if first >= 0 {
		span.Cell = s.Cells[first].Name
	}
	known, from = span.Start, r.Start
	if last := s.cell(max(r.End-1, r.Start)); last != first {
		known, from = s.begin(last)
	}
	span.End = s.position(known, from, r.End)
	return span
}

// cell returns the piece that byte i is in, -1 where the text is one.
func (s *Source) cell(i int32) int {
	return sort.Search(len(s.Cells), func(c int) bool { return s.Cells[c].Start > i }) - 1
}

// begin returns a byte at or before a piece of which the place is known.
func (s *Source) begin(cell int) (Position, int32) {
	for ; cell >= 0; cell-- {
		if c := s.Cells[cell]; c.At != (Position{}) {
			return c.At, c.Start
		}
	}
	return s.Base, 0
}

// Editable reports whether the text at a place is in the file as it is here, so
// that it can be edited there: a workbook's does not.
func (s *Source) Editable(r Range) bool {
	if len(s.Cells) == 0 {
		return true
	}
	return s.Cells[max(s.cell(r.Start), 0)].Name == ""
}

// position advances from a known position at byte offset from to byte offset to.
func (s *Source) position(known Position, from, to int32) Position {
	n := int32(len(s.Text))
	from, to = min(from, n), min(to, n)
	text := s.Text[from:to]
	p := known
	if encodedLen := s.partAt(from).EncodedLen; encodedLen != nil {
		p.Offset += encodedLen(text)
	} else {
		p.Offset += int64(len(text))
	}
	if n := strings.Count(text, "\n"); n > 0 {
		p.Line += n
		p.Column = 1
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	p.Column += utf8.RuneCountInString(text)
	return p
}

// Within returns the place of value[from:to], where value was decoded from the raw
// text at r.
func (s *Source) Within(t Text, from, to int) Range {
	rawSpan := s.partAt(t.At.Start).RawSpan
	if rawSpan == nil || !t.Escaped {
		return t.At.Sub(from, to)
	}
	return t.At.Sub(rawSpan(s, t, from, to))
}

// Decoded returns the inverse of Within: which bytes of t's value were decoded from
// the raw text at r.
func (s *Source) Decoded(t Text, r Range) (from, to int) {
	if s.partAt(t.At.Start).RawSpan == nil || !t.Escaped {
		return min(max(int(r.Start-t.At.Start), 0), len(t.Value)), min(max(int(r.End-t.At.Start), 0), len(t.Value))
	}
	at := func(raw int32) int {
		i := sort.Search(len(t.Value), func(i int) bool { return s.Within(t, i, i).Start >= raw })
		for i < len(t.Value) && !utf8.RuneStart(t.Value[i]) {
			i++
		}
		return i
	}
	from = at(r.Start)
	return from, max(at(r.End), from)
}

// At returns the raw text at r.
func (s *Source) At(r Range) string {
	n := int32(len(s.Text))
	return s.Text[min(r.Start, n):min(r.End, n)]
}

// lineReach is how much of a line is wanted on either side of a place, in
// bytes: a file without line ends is one line.
const lineReach = 4 << 10

// Line returns the line of text around r (or the cell, in a spreadsheet) and
// where in it r lies. A range over several lines is cut at the end of its first,
// and a line of many thousand characters on either side.
func (s *Source) Line(r Range) (line string, from, to int) {
	n := int32(len(s.Text))
	begin, stop := LineAround(s.Text, int(min(r.Start, n)))
	start, end := int(min(r.Start, n)), int(min(r.End, n))
	next := s.cell(int32(start)) + 1
	if next > 0 {
		begin = max(begin, int(s.Cells[next-1].Start))
	}
	if next < len(s.Cells) {
		stop = min(stop, int(s.Cells[next].Start))
	}
	return s.Text[begin:stop], start - begin, min(end, stop) - begin
}

// LineAround returns the line of a text in which a place lies. It looks no farther
// than many thousand characters to either side.
func LineAround(text string, at int) (begin, stop int) {
	begin, stop = max(at-lineReach, 0), min(at+lineReach, len(text))
	for begin > 0 && begin < at && !utf8.RuneStart(text[begin]) {
		begin++
	}
	for stop < len(text) && stop > at && !utf8.RuneStart(text[stop]) {
		stop--
	}
	if i := strings.LastIndexAny(text[begin:at], "\r\n"); i >= 0 {
		begin += i + 1
	}
	if i := strings.IndexAny(text[at:stop], "\r\n"); i >= 0 {
		stop = at + i
	}
	return begin, stop
}
