package period

import (
	"fmt"
	"iter"
	"strings"
	"sync"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Conflicting reports periods with two figures for one thing.
var Conflicting = &lint.Rule{
	ID:       "period/conflicting",
	Title:    "an indicator has two figures for the same period",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
A target or actual for one period can have one value, or one for each of its parts
(women and men, places). Two values for the same thing contradict each other, and
readers show either of them, or their sum.

Remove the figure that is wrong; if they are parts of a whole, name the parts with
dimensions, on target and actual alike. Equal figures are only a repetition, and a
warning. So are figures that only their comments tell apart, or the dimensions of
the other side: the targets for women and men, and two actuals for nobody said whom.`,
	Check: lint.Each(conflicting),
}

// figureKey is what a period can have one figure for.
type figureKey struct {
	start, end schema.Date
	name, part string
}

// repetition is a figure of a slot that has one already.
type repetition struct{ figure, earlier *schema.Measurement }

func conflicting(p *lint.Pass, i *schema.Indicator) {
	if inSequence(i) && !p.Env.Uncached {
		return
	}
	first := map[figureKey]*schema.Measurement{}
	var clashing, unnamed, equal []repetition
	misread := values.MisreadingsOf(p.Env, p.Entry)
	named := sync.OnceValue(func() map[figureKey][]string { return namedParts(i) })
	for m := range targetsAndActuals(i) {
		key := keyOf(m)
		earlier := first[key]
		switch again := (repetition{m, earlier}); {
		case earlier == nil:
			first[key] = m
		case misread.Has(m, earlier): // value/ambiguous-number
		case key.part == "" && (again.commented() || len(named()[otherSide(key)]) > 1):
			unnamed = append(unnamed, again)
		case earlier.Value.Parsed != m.Value.Parsed:
			clashing = append(clashing, again)
		default:
			equal = append(equal, again)
		}
	}
	if len(clashing) > 0 {
		m, earlier := clashing[0].figure, clashing[0].earlier
		p.Report(lint.Violation{
			At: m.Value.At, Node: m,
			Message: fmt.Sprintf("the %s for %s is %s here, %s before", m.Name(), daysOf(m.Period()), m.Value.Value, earlier.Value.Value) + phrase.Others(len(clashing)-1, "figure", "the indicator"),
			Related: []lint.Related{{At: earlier.Value.At, Message: "the figure before"}},
		})
	}
	if len(unnamed) > 0 {
		reportUnnamed(p, unnamed[0], named()[otherSide(keyOf(unnamed[0].figure))], len(unnamed)-1)
	}
	if len(clashing)+len(unnamed) == 0 && len(equal) > 0 {
		m, earlier := equal[0].figure, equal[0].earlier
		p.Report(lint.Violation{
			At: m.Value.At, Node: m, Severity: lint.Warning,
			Message: fmt.Sprintf("the %s for %s, %s, stands there already", m.Name(), daysOf(m.Period()), m.Value.Value) + phrase.Others(len(equal)-1, "figure", "the indicator"),
			Related: []lint.Related{{At: earlier.Value.At, Message: "the same figure before"}},
		})
	}
}

// reportUnnamed reports figures whose parts are named elsewhere than on them: on those
// of the other side, or in comments.
func reportUnnamed(p *lint.Pass, r repetition, parts []string, others int) {
	m, earlier := r.figure, r.earlier
	side := otherSide(keyOf(m)).name
	where := fmt.Sprintf("only the %ss name their parts", side)
	hint := fmt.Sprintf("write on each %s what it is of, as on its %s: %s", m.Name(), side, strings.Join(parts[:min(len(parts), 5)], "; "))
	if len(parts) < 2 {
		where = fmt.Sprintf("only the comments tell the two apart: %q and %q", comment(earlier), comment(m))
		hint = fmt.Sprintf(`write what each %s is of as its own dimension, such as name "sex" and value "female", or its location`, m.Name())
	}
	if p.File.Version.Value == "2.01" {
		hint += ", which needs version 2.02 or later; in 2.01 write their sum, once"
	}
	p.Report(lint.Violation{
		At: m.Value.At, Node: m, Severity: lint.Warning,
		Message: fmt.Sprintf("there are two %ss for %s, %s and %s, and %s", m.Name(), daysOf(m.Period()), earlier.Value.Value, m.Value.Value, where) + phrase.Others(others, "figure", "the indicator"),
		Hint:    hint,
		Related: []lint.Related{{At: earlier.Value.At, Message: "the figure before"}},
	})
}

// commented reports whether comments tell the two figures apart.
func (r repetition) commented() bool {
	a, b := comment(r.earlier), comment(r.figure)
	return a != "" && b != "" && a != b
}

func comment(m *schema.Measurement) string {
	return phrase.Shorten(describe.Words(describe.Text(m.Comment)), 60)
}

// otherSide returns the key of the actuals for that of targets of the same days, and
// the other way round.
func otherSide(key figureKey) figureKey {
	key.part = ""
	if key.name == schema.Target {
		key.name = schema.Actual
	} else {
		key.name = schema.Target
	}
	return key
}

// namedParts returns the different parts that figures name, by their days and name.
func namedParts(i *schema.Indicator) map[figureKey][]string {
	seen, parts := map[figureKey]bool{}, map[figureKey][]string{}
	for m := range targetsAndActuals(i) {
		key := keyOf(m)
		if key.part != "" && !seen[key] {
			seen[key] = true
			key.part = ""
			parts[key] = append(parts[key], strings.Join(describe.Splits(m, "location"), ", "))
		}
	}
	return parts
}

func keyOf(m *schema.Measurement) figureKey {
	return figureKey{m.Period().Start.Parsed, m.Period().End.Parsed, m.Name(), describe.Part(m)}
}

// targetsAndActuals yields those with a number, of periods with two dates.
func targetsAndActuals(i *schema.Indicator) iter.Seq[*schema.Measurement] {
	return func(yield func(*schema.Measurement) bool) {
		for m := range values.All(i) {
			if period := m.Period(); m.Value.OK && period != nil && period.Start.OK && period.End.OK && !yield(m) {
				return
			}
		}
	}
}

// inSequence reports whether each period of an indicator ends after the one before it
// and has one figure of a kind, as most do: then no two are for the same thing.
func inSequence(i *schema.Indicator) bool {
	var last schema.Date
	for _, period := range i.Periods {
		if !last.Before(period.End.Parsed) || len(period.Targets) > 1 || len(period.Actuals) > 1 {
			return false
		}
		last = period.End.Parsed
	}
	return true
}

// daysOf names a period by its days.
func daysOf(period *schema.Period) string {
	return period.Start.Parsed.String() + " to " + period.End.Parsed.String()
}
