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
)

// written is a value as it stands, for messages.
func written(m *schema.Measurement) string {
	value := strings.TrimSpace(m.Value.Value)
	if _, ok := values.Number(m); ok {
		return value
	}
	return fmt.Sprintf("%q", value)
}

// sameNumber tells two numbers that differ in their dress only: 1,000 and 1000,
// 5.0 and 5, 300.000 and 300000.
func sameNumber(before, after *schema.Measurement) bool {
	b, _ := values.Number(before)
	a, _ := values.Number(after)
	if b == a {
		return true
	}
	return thousands(before.Value.Value) && b*1000 == a || thousands(after.Value.Value) && a*1000 == b
}

// thousands tells a number whose point may set thousands apart: 300.000.
func thousands(s string) bool {
	whole, rest, ok := strings.Cut(strings.TrimSpace(s), ".")
	return ok && len(rest) == 3 && len(whole) <= 3 && whole != "0"
}

// change is two numbers of one measurement that differ.
type change struct{ before, after float64 }

// numbers gives both numbers of a measurement where there are two that differ.
func numbers(before, after *schema.Measurement) (change, bool) {
	b, ok1 := values.Number(before)
	a, ok2 := values.Number(after)
	return change{b, a}, ok1 && ok2 && !sameNumber(before, after)
}

// vanished tells that a number stood there and none does now: the value is
// blank, a placeholder or words, or the measurement is gone with it. after is
// nil in the last case, and place is where it would stand now.
func vanished(before, after *schema.Measurement, place schema.Node) bool {
	number, ok := values.Number(before)
	if !ok {
		return false
	}
	if after != nil {
		_, still := values.Number(after)
		return !still
	}
	return !addsUp(before, number, named(place, before.Name())) && !(before.Disaggregated() && splitGone(before, place))
}

// named are the baselines, targets or actuals at a place.
func named(place schema.Node, name string) []*schema.Measurement {
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

// addsUp tells that a total, be it that of a place, is given by its parts now.
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

// partOf tells a measurement that is split by all that another is split by, and
// more.
func partOf(m, whole *schema.Measurement) bool {
	of := func(m *schema.Measurement) []string { return strings.Split(category(m), "\x00") }
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

// dimensions are the names of what a measurement is split by.
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

// placeholder tells a value that says nothing: blank, N/A, -, TBD.
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

// standing is where a violation about a value that changed or is gone stands.
func standing(p *lint.Pass, after *schema.Measurement) (schema.Range, schema.Node) {
	switch {
	case after == nil && p.Node != nil:
		return p.Node.Place(), p.Node
	case after == nil:
		return schema.Range{}, nil
	case after.Value.Present():
		return after.Value.At, after
	}
	return after.Place(), after
}

// earlier is how a value stood.
func earlier(m *schema.Measurement) was {
	at := m.Value.At
	if !at.Known() {
		at = m.Place()
	}
	return was{at: at, text: m.Value.Value, message: "it was " + written(m)}
}

// now is the value that stands now, "" where there is none.
func now(m *schema.Measurement) string {
	if m == nil {
		return ""
	}
	return m.Value.Value
}

// loss says that a number vanished, and what became of it. Parts of one value
// that are gone together are one loss, told of the first; of the others it is "".
func loss(before, after *schema.Measurement, place schema.Node) string {
	message := measurement(before) + " was " + written(before)
	switch {
	case after == nil:
		parts := goneWith(before, place)
		if at := slices.Index(parts, before); at > 0 {
			return ""
		}
		message += " and is gone"
		if n := len(parts) - 1; n > 0 && parts[0] == before {
			message += fmt.Sprintf(", and so %s", isGone(n))
		}
		return message
	case strings.TrimSpace(after.Value.Value) == "":
		return message + " and has no value now"
	}
	return message + " and is " + written(after) + " now"
}

func isGone(parts int) string {
	if parts == 1 {
		return "is 1 other part of it"
	}
	return fmt.Sprintf("are %d other parts of it", parts)
}
