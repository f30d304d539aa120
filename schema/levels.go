package schema

// Levels are kinds of elements, one below the other, of which each may stand in
// a file of its own.
type Levels uint8

// The levels.
const (
	ResultLevel Levels = 1 << iota
	IndicatorLevel
	BaselineLevel
	PeriodLevel
	TargetLevel
	ActualLevel
)

// Has reports whether one of some levels is among these.
func (l Levels) Has(some Levels) bool { return l&some != 0 }
