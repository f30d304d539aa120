package schema

// Position is a point in a file. Lines and columns count from 1, columns in
// Unicode code points; Offset counts the bytes of the file as it is on disk,
// before any transcoding. The zero Position is unknown.
type Position struct {
	Line   int   `json:"line"`
	Column int   `json:"column"`
	Offset int64 `json:"offset"`
}

// Span is a place in a file; End is exclusive. A spreadsheet has no lines that
// a person could look up, so its spans carry the Cell ("Sheet!B7"). Pointer is
// a JSON Pointer or a simple XPath where the format has one.
type Span struct {
	Start   Position `json:"start"`
	End     Position `json:"end"`
	Cell    string   `json:"cell"`
	Pointer string   `json:"pointer"`
}

// Range is a place inside the text of one Source, in bytes, end exclusive. It
// is what the model carries for every value: eight bytes, resolved to a Span
// only when a violation is reported. The zero Range is unknown.
type Range struct{ Start, End int32 }

// Known reports whether the range is a place at all.
func (r Range) Known() bool { return r.End > 0 }

// Len returns the number of bytes covered.
func (r Range) Len() int { return int(r.End - r.Start) }

// Sub returns the part of r from byte from to byte to, counted from its start.
func (r Range) Sub(from, to int) Range {
	return Range{r.Start + int32(from), r.Start + int32(to)}
}
