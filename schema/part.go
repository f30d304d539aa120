package schema

import (
	"cmp"
	"sort"
)

// Part is the stretch of a Source's text that stands in one of several files:
// tables that hold an entry together have a part each.
type Part struct {
	Start int32
	File  *File // of which only Path and Format have to be known

	EncodedLen func(utf8 string) int64
	RawSpan    func(s *Source, t Text, from, to int) (rawFrom, rawTo int)
}

// FileAt returns the file of a place: own is that of the entry.
func (s *Source) FileAt(r Range, own *File) *File {
	if s == nil {
		return own
	}
	return cmp.Or(s.partAt(r.Start).File, own)
}

// part returns the part that byte i is in.
func (s *Source) part(i int32) int {
	return max(sort.Search(len(s.Parts), func(p int) bool { return s.Parts[p].Start > i })-1, 0)
}

// inPart cuts a range off at the end of the part that it begins in: no stretch
// reaches from one file into the next.
func (s *Source) inPart(r Range) Range {
	if next := s.part(r.Start) + 1; next < len(s.Parts) {
		r.End = min(r.End, s.Parts[next].Start)
	}
	return r
}

// partAt returns the part that byte i is in; of the text of one file, all of it.
func (s *Source) partAt(i int32) Part {
	if len(s.Parts) == 0 {
		return Part{EncodedLen: s.EncodedLen, RawSpan: s.RawSpan}
	}
	return s.Parts[s.part(i)]
}
