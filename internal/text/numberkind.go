package text

// NumberKind is what a number in a text is.
type NumberKind uint8

const (
	// Quantities.
	Count NumberKind = iota + 1
	Money
	Percent
	Fraction

	// No quantities.
	Year
	Date
	Time
	Ordinal
	Identifier // codes, account numbers, names with digits: MLI_D_1.2, COVID-19
	Reference  // article 14, SDG 5, phase 2, version 2.03
	Duration   // three years, 26-month
	Age        // aged 15-24
	Phone
	ListNumber
	Coordinate
	Pronoun  // one of the, un des, one another
	Modifier // five-member, two-fold
)

// Quantity reports whether the kind is a quantity.
func (k NumberKind) Quantity() bool { return Count <= k && k <= Fraction }

// Bound is what a comparator says of a number.
type Bound uint8

const (
	Exactly Bound = iota
	AtLeast
	MoreThan
	AtMost
	LessThan
	About
)

// A Number is a number in a text.
type Number struct {
	Span  // the numeral with its sign, currency and scale: €3.5m, 65 per cent, forty-two
	Kind  NumberKind
	Words bool // written in words

	// Of quantities only:
	Value    float64 // NaN: not known, in words of a language other than en, fr, es and pt
	High     float64 // the upper end of a range; else Value
	Range    bool    // 10-15 schools, from 20 to 45 per cent
	Bound    Bound
	Unit     string // what is counted, up to four words in lower case: "women parliamentarians"
	UnitSpan Span
	Whole    Span // from the comparator to the end of the unit
}

// Evidence reports whether the number measures something: a count or fraction
// of something named, or a percentage. Money is an input, and is not.
func (n Number) Evidence() bool {
	switch n.Kind {
	case Count, Fraction:
		return n.Unit != ""
	case Percent:
		return true
	}
	return false
}
