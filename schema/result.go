package schema

// Result is an iati-activity/result.
type Result struct {
	node
	Type          Text // ResultType: 1 output, 2 outcome, 3 impact, 9 other
	Aggregation   Field[bool]
	Title         *Prose
	Description   *Prose
	DocumentLinks []*DocumentLink
	References    []*Reference
	Indicators    []*Indicator
}

// Reference is a result/reference or indicator/reference: a code of a
// vocabulary (99 is the reporting organisation's own).
type Reference struct {
	node
	Vocabulary Text
	Code       Text
	URI        Text // @vocabulary-uri on a result, @indicator-uri on an indicator
}

// Indicator is a result/indicator.
type Indicator struct {
	node
	Measure       Text // IndicatorMeasure: 1 unit, 2 percentage, 3 nominal, 4 ordinal, 5 qualitative
	Ascending     Field[bool]
	Aggregation   Field[bool]
	Title         *Prose
	Description   *Prose
	DocumentLinks []*DocumentLink
	References    []*Reference
	Baselines     []*Measurement
	Periods       []*Period
}

// Quantitative reports whether the indicator's values are numbers: measure 1 to 4.
func (i *Indicator) Quantitative() bool {
	switch i.Measure.Value {
	case "1", "2", "3", "4":
		return true
	}
	return false
}

// Qualitative reports whether the indicator has no numbers: measure 5.
func (i *Indicator) Qualitative() bool { return i.Measure.Value == "5" }

// Result returns the result that the indicator measures.
func (i *Indicator) Result() *Result {
	r, _ := i.parent.(*Result)
	return r
}
