package schema

import "sort"

// Part is the stretch of a Source's text that stands in one of several files:
// tables that hold an entry together have a part each.
type Part struct {
	Start int32
	File  *File // of which only Path and Format have to be known

	EncodedLen func(utf8 string) int64
	RawSpan    func(s *Source, t Text, from, to int) (rawFrom, rawTo int)
}

// FileAt returns the file that a place stands in: own is that of the entry.
func (s *Source) FileAt(r Range, own *File) *File {
	if s == nil || len(s.Parts) == 0 {
		return own
	}
	return s.Parts[s.part(r.Start)].File
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

// encodedLen returns EncodedLen as it holds at byte i.
func (s *Source) encodedLen(i int32) func(string) int64 {
	if len(s.Parts) == 0 {
		return s.EncodedLen
	}
	return s.Parts[s.part(i)].EncodedLen
}

// rawSpan returns RawSpan as it holds at byte i.
func (s *Source) rawSpan(i int32) func(*Source, Text, int, int) (int, int) {
	if len(s.Parts) == 0 {
		return s.RawSpan
	}
	return s.Parts[s.part(i)].RawSpan
}
