package history

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// valueText returns a value as it is written; in quotation marks if it is no number.
func valueText(m *schema.Measurement) string {
	value := strings.TrimSpace(m.Value.Value)
	if _, ok := values.Number(m); ok {
		return value
	}
	return fmt.Sprintf("%q", value)
}

// sameNumber reports whether two numbers differ in their format only: 1,000 and
// 1000, 5.0 and 5, 300.000 and 300000.
func sameNumber(before, after *schema.Measurement) bool {
	b, _ := values.Number(before)
	a, _ := values.Number(after)
	if b == a {
		return true
	}
	return thousands(before.Value.Value) && b*1000 == a || thousands(after.Value.Value) && a*1000 == b
}

// thousands reports whether the point of a number may separate thousands: 300.000.
func thousands(s string) bool {
	whole, rest, ok := strings.Cut(strings.TrimSpace(s), ".")
	return ok && len(rest) == 3 && len(whole) <= 3 && whole != "0"
}

// change is two numbers of one measurement that differ.
type change struct{ before, after float64 }

// numberChange returns both numbers of a measurement, and whether there are two that
// differ.
func numberChange(before, after *schema.Measurement) (change, bool) {
	b, ok1 := values.Number(before)
	a, ok2 := values.Number(after)
	return change{b, a}, ok1 && ok2 && !sameNumber(before, after)
}

// vanished reports whether a measurement had a number and has none now: the value
// is blank, a placeholder or words, or the measurement is gone. In that case after
// is nil, and place is the node that would hold it.
func vanished(before, after *schema.Measurement, place schema.Node) bool {
	number, ok := values.Number(before)
	if !ok {
		return false
	}
	if after != nil {
		_, still := values.Number(after)
		return !still
	}
	return !addsUp(before, number, measurements(place, before.Name())) && !(before.Disaggregated() && splitGone(before, place))
}

// measurements returns the baselines, targets or actuals of a place.
func measurements(place schema.Node, name string) []*schema.Measurement {
	switch place := place.(type) {
	case *schema.Indicator:
		if name == schema.Baseline {
			return place.Baselines
		}
	case *schema.Period:
		switch name {
		case schema.Target:
			return place.Targets
		case schema.Actual:
			return place.Actuals
		}
	}
	return nil
}

// addsUp reports whether the parts of a total, or of a part, add up to it now.
func addsUp(whole *schema.Measurement, total float64, now []*schema.Measurement) bool {
	sums := map[string]float64{}
	for _, m := range now {
		if n, ok := values.Number(m); ok && partOf(m, whole) {
			sums[dimensions(m)] += n
		}
	}
	for _, sum := range sums {
		if math.Abs(sum-total) < 1e-6*max(1, math.Abs(total)) {
			return true
		}
	}
	return false
}

// partOf reports whether a measurement is split by all that another is split by, and
// more.
func partOf(m, whole *schema.Measurement) bool {
	of := func(m *schema.Measurement) []string { return strings.Split(describe.Category(m), "\x00") }
	if !whole.Disaggregated() {
		return m.Disaggregated()
	}
	parts := of(m)
	for _, part := range of(whole) {
		if !slices.Contains(parts, part) {
			return false
		}
	}
	return len(parts) > len(of(whole))
}

// dimensions returns the names of what a measurement is split by.
func dimensions(m *schema.Measurement) string {
	var names []string
	for _, d := range m.Dimensions {
		names = append(names, strings.ToLower(strings.TrimSpace(d.Category.Value)))
	}
	if len(m.Locations) > 0 {
		names = append(names, "@")
	}
	slices.Sort(names)
	return strings.Join(names, "\x00")
}

// placeholder reports whether a value says nothing: blank, N/A, -, TBD.
func placeholder(value string) bool {
	const longest = 24
	value = strings.TrimSpace(value)
	if value == "" {
		return true
	}
	if len(value) > longest {
		return false
	}
	markers := text.Analyse(value, "").Markers()
	return len(markers) > 0 && markers[0].Whole
}

// wentFrom returns the words for how a value changed.
func wentFrom(before, after *schema.Measurement) string {
	return fmt.Sprintf("%s went from %s to %s", measurement(before), valueText(before), valueText(after))
}

// valueViolation returns a violation about a value that changed or is gone, at its
// place.
func valueViolation(p *lint.Pass, after *schema.Measurement, hint string) lint.Violation {
	v := lint.Violation{Hint: hint}
	switch {
	case after == nil && p.Node != nil:
		v.At, v.Node = p.Node.Place(), p.Node
	case after == nil:
	case after.Value.Present():
		v.At, v.Node = after.Value.At, after
	default:
		v.At, v.Node = after.Place(), after
	}
	return v
}

// valueCheck returns a check of the baselines, targets or actuals that an indicator had
// and measures as before: a number that vanished is reported, any other value is
// given to changed, unless that is nil.
func valueCheck(name, hint string, changed func(p *lint.Pass, v lint.Violation, before, after *schema.Measurement)) lint.Check {
	return continued(func(p *lint.Pass, before, after *schema.Measurement) {
		if before == nil || before.Name() != name || after != nil && remeasured(before.Indicator(), after.Indicator()) {
			return
		}
		switch v := valueViolation(p, after, hint); {
		case vanished(before, after, p.Node):
			reportLoss(p, v, before, after)
		case after != nil && changed != nil:
			changed(p, v, before, after)
		}
	})
}

// reportLoss reports a number that vanished, and what became of it. Parts of one
// value that are gone together are one loss, reported at the first.
func reportLoss(p *lint.Pass, v lint.Violation, before, after *schema.Measurement) {
	if v.Message = lossMessage(before, after, p.Node); v.Message != "" {
		reportValue(p, v, before, after)
	}
}

// reportValue reports v with the earlier value and the current one, if there is one.
func reportValue(p *lint.Pass, v lint.Violation, before, after *schema.Measurement) {
	now := ""
	if after != nil {
		now = after.Value.Value
	}
	report(p, v, earlierMeasurement(before), now)
}

// earlierMeasurement returns the value of an earlier measurement.
func earlierMeasurement(m *schema.Measurement) earlierValue {
	at := m.Value.At
	if !at.Known() {
		at = m.Place()
	}
	return earlierValue{at: at, text: m.Value.Value, message: "it was " + valueText(m)}
}

// lossMessage returns what became of a number that vanished; "" for a part that is reported
// with another.
func lossMessage(before, after *schema.Measurement, place schema.Node) string {
	message := measurement(before) + " was " + valueText(before)
	switch {
	case after == nil:
		parts := goneWith(before, place)
		if at := slices.Index(parts, before); at > 0 {
			return ""
		}
		message += " and is gone"
		if n := len(parts) - 1; n > 0 && parts[0] == before {
			message += ", and so " + othersGone(n)
		}
		return message
	case strings.TrimSpace(after.Value.Value) == "":
		return message + " and has no value now"
	}
	return message + " and is " + valueText(after) + " now"
}

func othersGone(parts int) string {
	if parts == 1 {
		return "is 1 other part of it"
	}
	return fmt.Sprintf("are %d other parts of it", parts)
}
