package schema

import (
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// markEvery is the distance of marks in a text, in bytes. Counting lines and
// columns from the start would take time by the square of the text's length
// where every part of it has a violation.
const markEvery = 4 << 10

// place is where a byte of the text stands in the file.
func (s *Source) place(at int32) Position {
	at = min(at, int32(len(s.Text)))
	if at < 4*markEvery {
		return s.position(s.Base, 0, at)
	}
	marks := s.marked()
	i := at / markEvery
	from := s.border(i * markEvery)
	if from > at { // at is inside the character that the mark was moved behind
		i--
		from = s.border(i * markEvery)
	}
	return s.position(marks.places[i], from, at)
}

// end is where a range ends whose start is known.
func (s *Source) end(start Position, r Range) Position {
	if r.End-r.Start > 4*markEvery {
		return s.place(r.End)
	}
	return s.position(start, r.Start, r.End)
}

// marks are the places of every markEvery-th byte of a text.
type marks struct {
	text   string
	base   Position
	places []Position
}

// marked are the text's marks. A Source that was copied and given another text
// gets marks of its own.
func (s *Source) marked() *marks {
	known := (*marks)(atomic.LoadPointer(&s.marks))
	if known == nil || known.base != s.Base || known.text != s.Text {
		known = s.mark()
		atomic.StorePointer(&s.marks, unsafe.Pointer(known)) //nolint:gosec // an atomic.Pointer would forbid copies
	}
	return known
}

// mark counts through the whole text once.
func (s *Source) mark() *marks {
	m := &marks{s.Text, s.Base, make([]Position, 0, len(s.Text)/markEvery+1)}
	known, from := s.Base, int32(0)
	for at := 0; at <= len(s.Text); at += markEvery {
		to := s.border(int32(at))
		known = s.position(known, from, to)
		from = to
		m.places = append(m.places, known)
	}
	return m
}

// border moves a place to the start of the next character, unless it is one.
func (s *Source) border(at int32) int32 {
	for int(at) < len(s.Text) && !utf8.RuneStart(s.Text[at]) {
		at++
	}
	return at
}
