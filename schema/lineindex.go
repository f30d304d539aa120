package schema

import "unicode/utf8"

// checkpointEvery is the distance of checkpoints in a text, in bytes. Counting
// lines and columns from the start would take quadratic time for a text whose
// every part has a violation.
const checkpointEvery = 4 << 10

// place returns the place of a byte of the text in the file.
func (s *Source) place(at int32) Position {
	at = min(at, int32(len(s.Text)))
	if at < 4*checkpointEvery {
		return s.position(s.Base, 0, at)
	}
	places := s.lineIndex().places
	i := at / checkpointEvery
	from := s.runeStart(i * checkpointEvery)
	if from > at { // at is inside the character that the checkpoint is behind
		i--
		from = s.runeStart(i * checkpointEvery)
	}
	return s.position(places[i], from, at)
}

// end returns where a range ends whose start is known.
func (s *Source) end(start Position, r Range) Position {
	if r.End-r.Start > 4*checkpointEvery {
		return s.place(r.End)
	}
	return s.position(start, r.Start, r.End)
}

// lineIndex holds the places of every checkpointEvery-th byte of a text.
type lineIndex struct {
	text   string
	base   Position
	places []Position
}

// lineIndex returns the index of the text as it is now.
func (s *Source) lineIndex() *lineIndex {
	x := s.lines.Load()
	if x == nil || x.base != s.Base || x.text != s.Text {
		x = s.newLineIndex()
		s.lines.Store(x)
	}
	return x
}

// newLineIndex counts through the whole text once.
func (s *Source) newLineIndex() *lineIndex {
	x := &lineIndex{s.Text, s.Base, make([]Position, 0, len(s.Text)/checkpointEvery+1)}
	known, from := s.Base, int32(0)
	for at := 0; at <= len(s.Text); at += checkpointEvery {
		to := s.runeStart(int32(at))
		known = s.position(known, from, to)
		from = to
		x.places = append(x.places, known)
	}
	return x
}

// runeStart returns the first start of a character at or behind a byte.
func (s *Source) runeStart(at int32) int32 {
	for int(at) < len(s.Text) && !utf8.RuneStart(s.Text[at]) {
		at++
	}
	return at
}
