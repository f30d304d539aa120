package text

// A Span is a stretch of a text in bytes, End exclusive. It always lies on
// code point borders. The zero Span means that there is none.
type Span struct{ Start, End int }

// Len returns the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether there is no span.
func (s Span) IsZero() bool { return s == Span{} }

// Of returns the part of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two have a byte in common.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }
