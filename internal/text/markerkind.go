package text

// MarkerKind is what a marker says.
type MarkerKind uint8

const (
	Deletion    MarkerKind = iota + 1 // to be deleted
	Placeholder                       // TBD, n/a, lorem ipsum
	Retired                           // discontinued, do not use
	Template                          // [insert figure], XX%
	TestEntry                         // asdf, the standard's example ids
)

func (k MarkerKind) String() string {
	return [...]string{"", "deletion", "placeholder", "retired", "template", "test"}[k]
}

// A Marker is text that was not meant to be published.
type Marker struct {
	Span                  // the whole bracket where the marker fills one, else the smallest phrase
	Kind       MarkerKind //
	Phrase     string     // the pattern, with the verb as it should be spelt: "to be deleted"
	Language   string     // of the pattern; "" where it has none
	Confidence int        // per cent: how often such a match is right
	Whole      bool       // it is the whole content of the text
}
