package schema

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSpanOfEveryOffset(t *testing.T) {
	const text = "first\nséçond\r\nthird\n\n🙂 last"
	s := &Source{Text: text, Base: Position{Line: 3, Column: 5, Offset: 100}}
	for i := range text {
		got := s.Span(Range{int32(i), int32(i + 1)}).Start
		before := text[:i]
		want := Position{Line: 3 + strings.Count(before, "\n"), Offset: int64(100 + i)}
		want.Column = utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
		if want.Line == 3 {
			want.Column += 4 // the base stands in column 5
		}
		if got != want {
			t.Errorf("offset %d: %+v, want %+v", i, got, want)
		}
	}
}

func TestSpanOutsideTheTextIsCut(t *testing.T) {
	s := &Source{Text: "abc", Base: Position{Line: 1, Column: 1}}
	if got := s.Span(Range{2, 90}).End; got != (Position{1, 4, 3}) {
		t.Errorf("end %+v", got)
	}
}

func TestLine(t *testing.T) {
	s := &Source{Text: "one\ntwo words\r\nthree", Base: Position{Line: 1, Column: 1}}
	for _, c := range []struct {
		at       Range
		line     string
		from, to int
	}{
		{Range{4, 7}, "two words", 0, 3},
		{Range{8, 13}, "two words", 4, 9},
		{Range{8, 20}, "two words", 4, 9}, // cut at the end of its first line
		{Range{0, 3}, "one", 0, 3},
		{Range{15, 20}, "three", 0, 5},
	} {
		if line, from, to := s.Line(c.at); line != c.line || from != c.from || to != c.to {
			t.Errorf("Line(%v) = %q, %d, %d", c.at, line, from, to)
		}
	}
}

func TestCells(t *testing.T) {
	s := &Source{
		Text:  "Title120",
		Base:  Position{Line: 1, Column: 1},
		Cells: []Cell{{Start: 0, Name: "Results!A2"}, {Start: 5, Name: "Results!B2"}},
	}
	if got := s.Span(Range{5, 8}).Cell; got != "Results!B2" {
		t.Errorf("cell %q", got)
	}
	if line, from, to := s.Line(Range{5, 8}); line != "120" || from != 0 || to != 3 {
		t.Errorf("Line = %q, %d, %d", line, from, to)
	}
}

// Decoded takes back what Within does, at every offset.
func TestDecodedIsTheInverseOfWithin(t *testing.T) {
	// A stand-in for references: every "~x" in the raw text is one decoded "x".
	s := &Source{
		Text: "ab ~é~d e~f", Base: Position{Line: 1, Column: 1},
		RawSpan: func(s *Source, t Text, from, to int) (int, int) {
			raw := s.At(t.At)
			offset := func(decoded int) int {
				i := 0
				for n := 0; n < decoded && i < len(raw); i++ {
					if raw[i] != '~' {
						n++
					}
				}
				return i
			}
			return offset(from), offset(to)
		},
	}
	text := Text{Value: strings.ReplaceAll(s.Text, "~", ""), At: Range{0, int32(len(s.Text))}, Escaped: true}
	for from := range text.Value {
		for to := range text.Value[from:] {
			to += from
			gotFrom, gotTo := s.Decoded(text, s.Within(text, from, to))
			if gotFrom != from || gotTo != to {
				t.Errorf("%d to %d became %d to %d", from, to, gotFrom, gotTo)
			}
		}
	}
}

// A long text has checkpoints to count from; the places are those that counting from
// the start gives.
func TestSpanInALongText(t *testing.T) {
	for name, text := range map[string]string{
		"one line":   strings.Repeat("é€🙂 a", 5_000),
		"many lines": strings.Repeat("é€🙂\nfive\n", 5_000),
	} {
		long := &Source{Text: text, Base: Position{Line: 3, Column: 5, Offset: 100}, EncodedLen: func(s string) int64 { return int64(2 * utf8.RuneCountInString(s)) }}
		for at := int32(0); int(at) <= len(text); at += 61 {
			for _, end := range []int32{at, at + 7, at + 9*checkpointEvery} {
				got := long.Span(Range{at, end})
				start := long.position(long.Base, 0, at)
				if want := (Span{Start: start, End: long.position(long.Base, 0, end)}); utf8.RuneStart((text + " ")[at]) && utf8.RuneStart((text + " ")[min(int(end), len(text))]) && got != want {
					t.Fatalf("%s: %d to %d is at %+v, want %+v", name, at, end, got, want)
				}
			}
		}
	}
}

func TestLineOfALongLine(t *testing.T) {
	s := &Source{Text: strings.Repeat("é", 10*lineReach), Base: Position{Line: 1, Column: 1}}
	line, from, to := s.Line(Range{10 * lineReach, 10*lineReach + 4})
	if !utf8.ValidString(line) || len(line) != 2*lineReach || line[from:to] != "éé" {
		t.Errorf("%d bytes, from %d to %d", len(line), from, to)
	}
}

func TestSpanInPieces(t *testing.T) {
	s := &Source{
		Text: "one\ntwo\nséven\n",
		Base: Position{Line: 2, Column: 1, Offset: 10},
		Cells: []Cell{
			{Start: 0, At: Position{2, 1, 10}},
			{Start: 4},
			{Start: 8, At: Position{7, 1, 90}},
		},
	}
	for _, c := range []struct {
		at         Range
		start, end Position
	}{
		{Range{0, 3}, Position{2, 1, 10}, Position{2, 4, 13}},
		{Range{4, 7}, Position{3, 1, 14}, Position{3, 4, 17}},
		{Range{8, 11}, Position{7, 1, 90}, Position{7, 3, 93}},
		{Range{5, 14}, Position{3, 2, 15}, Position{7, 6, 96}},
		{Range{4, 8}, Position{3, 1, 14}, Position{4, 1, 18}},
	} {
		if got := s.Span(c.at); got.Start != c.start || got.End != c.end || got.Cell != "" {
			t.Errorf("%v: %+v", c.at, got)
		}
	}
	if !s.Editable(Range{}) || (&Source{Cells: []Cell{{Name: "A!B1"}}}).Editable(Range{}) || !(&Source{}).Editable(Range{}) {
		t.Error("only a text without named cells can be edited")
	}
}
