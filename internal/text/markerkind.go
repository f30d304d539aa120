package text

// MarkerKind is the meaning of a marker.
type MarkerKind uint8

const (
	Deletion    MarkerKind = iota + 1 // to be deleted
	Placeholder                       // TBD, n/a, lorem ipsum
	Retired                           // discontinued, do not use
	Template                          // [insert figure], XX%
	TestEntry                         // asdf, the standard's example ids
)

// A Marker is text that was not meant to be published.
type Marker struct {
	Span  // the whole bracket where the marker fills one, else the smallest phrase
	Kind  MarkerKind
	Whole bool // it is the whole content of the text
}
