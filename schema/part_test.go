package schema

import (
	"strings"
	"testing"
)

// A text from three files: one with lines, one in two bytes a character, one with
// cells.
func TestSpanInParts(t *testing.T) {
	own := &File{Path: "a.csv"}
	double := func(s string) int64 { return int64(2 * len(s)) }
	s := &Source{
		Text: "a1\na2\nb1\nb\"\"2\nc1\nc2\n",
		Cells: []Cell{
			{Start: 0, At: Position{2, 1, 10}},
			{Start: 6, At: Position{5, 1, 40}},
			{Start: 14, Name: "S!A2", At: Position{2, 1, 0}},
			{Start: 17, Name: "S!B2", At: Position{2, 1, 3}},
		},
		Parts: []Part{
			{Start: 0, File: own},
			{Start: 6, File: &File{Path: "b.csv"}, EncodedLen: double, RawSpan: func(s *Source, t Text, from, to int) (int, int) {
				return strings.Index(s.At(t.At), `"`), len(s.At(t.At))
			}},
			{Start: 14, File: &File{Path: "c.xlsx"}},
		},
	}
	for _, c := range []struct {
		at       Range
		file     string
		want     Span
		editable bool
	}{
		{Range{3, 5}, "a.csv", Span{Start: Position{3, 1, 13}, End: Position{3, 3, 15}}, true},
		{Range{9, 13}, "b.csv", Span{Start: Position{6, 1, 46}, End: Position{6, 5, 54}}, true},
		{Range{17, 19}, "c.xlsx", Span{Start: Position{2, 1, 3}, End: Position{2, 3, 5}, Cell: "S!B2"}, false},
		{Range{0, 20}, "a.csv", Span{Start: Position{2, 1, 10}, End: Position{4, 1, 16}}, true},
	} {
		if got := s.Span(c.at); got != c.want {
			t.Errorf("%v: %+v, want %+v", c.at, got, c.want)
		}
		if got := s.FileAt(c.at, own).Path; got != c.file {
			t.Errorf("%v is in %s, want %s", c.at, got, c.file)
		}
		if s.Editable(c.at) != c.editable {
			t.Errorf("%v: editable %t", c.at, !c.editable)
		}
	}
	escaped := Text{Value: `b"2`, At: Range{9, 13}, Escaped: true}
	if got := s.Within(escaped, 1, 3); got != (Range{10, 13}) {
		t.Errorf("a part of an escaped text is at %v", got)
	}
	if got := (*Source)(nil).FileAt(Range{1, 2}, own); got != own {
		t.Errorf("without a text the place is in %v", got)
	}
}
