package schema

// Period is an indicator/period: what was to be reached between two days, and
// what was.
type Period struct {
	node
	Start   Field[Date]
	End     Field[Date]
	Targets []*Measurement
	Actuals []*Measurement
}

// Indicator returns the indicator that the period belongs to.
func (p *Period) Indicator() *Indicator {
	i, _ := p.parent.(*Indicator)
	return i
}

// Measurement is a baseline, target or actual, as Name says.
type Measurement struct {
	node
	Value         Field[float64]
	Year          Field[int]  // baseline/@year
	Date          Field[Date] // baseline/@iso-date
	Locations     []*LocationRef
	Dimensions    []*Dimension
	Comment       *Prose
	DocumentLinks []*DocumentLink
}

// The names of measurements.
const (
	Baseline = "baseline"
	Target   = "target"
	Actual   = "actual"
)

// Indicator returns the indicator that the measurement belongs to.
func (m *Measurement) Indicator() *Indicator {
	switch p := m.parent.(type) {
	case *Indicator:
		return p
	case *Period:
		return p.Indicator()
	}
	return nil
}

// Period returns the period of a target or actual, nil for a baseline.
func (m *Measurement) Period() *Period {
	p, _ := m.parent.(*Period)
	return p
}

// Disaggregated reports whether the measurement is a part of a total: it has a
// dimension or a location.
func (m *Measurement) Disaggregated() bool { return len(m.Dimensions)+len(m.Locations) > 0 }

// Dimension is a category that a measurement is split by (name "sex", value "female").
type Dimension struct {
	node
	Category Text // @name
	Value    Text // @value
}

// LocationRef points to one of the activity's locations.
type LocationRef struct {
	node
	Ref Text
}

// DocumentLink is a document-link of an activity, result, indicator or measurement.
type DocumentLink struct {
	node
	URL         Text
	Format      Text
	Title       *Prose
	Description *Prose
	Categories  []Text
	Languages   []Text
	Date        Field[Date]
}
