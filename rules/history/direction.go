package history

import (
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/schema"
)

// direction is which way is better.
type direction struct {
	ordered   bool // more and less mean something
	ascending bool
	reason    string
}

// directionOf returns the direction of an indicator's targets. Where ascending is
// not given, targets that lie below the baseline all mean that less is better.
func directionOf(before, after *schema.Indicator, c change) direction {
	for _, i := range []*schema.Indicator{after, before} {
		if i.Measure.Value == "3" || i.Measure.Value == "5" || i.Measure.Value == "4" && !i.Ascending.OK {
			return direction{}
		}
	}
	for _, i := range []*schema.Indicator{after, before} {
		if i.Ascending.OK {
			return direction{true, i.Ascending.Parsed, betterWord(i.Ascending.Parsed) + " is better here"}
		}
	}
	if baseline := values.Total(before.Baselines); baseline != nil && c.before < baseline.Value.Parsed && c.after < baseline.Value.Parsed {
		return direction{true, false, "the baseline of " + valueText(baseline) + " was to be brought down"}
	}
	return direction{true, true, "more is better unless ascending says otherwise"}
}

func betterWord(ascending bool) string {
	if ascending {
		return "more"
	}
	return "less"
}

// easier reports whether a target is easier to reach than it was.
func (d direction) easier(c change) bool {
	return d.ordered && (d.ascending && c.after < c.before || !d.ascending && c.after > c.before)
}

// remeasured reports whether an indicator measures something else now, or in the
// other direction: its numbers can't be compared with the earlier ones.
func remeasured(before, after *schema.Indicator) bool {
	if before == nil || after == nil {
		return false
	}
	return differ(before.Measure, after.Measure) || flipped(before, after)
}

// differ reports whether two codes are given and not the same.
func differ(before, after schema.Text) bool {
	b, a := trimmed(before), trimmed(after)
	return b != "" && a != "" && b != a
}

func flipped(before, after *schema.Indicator) bool {
	return before.Ascending.OK && after.Ascending.OK && before.Ascending.Parsed != after.Ascending.Parsed
}
