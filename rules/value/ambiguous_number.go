package value

import (
	"fmt"
	"iter"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// AmbiguousNumber reports 1.000 where others are written 1,000.
var AmbiguousNumber = &lint.Rule{
	ID:       "value/ambiguous-number",
	Title:    "a number may be a thousand or one, as others are written in thousands with a comma",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
1.000 is one to a program and a thousand to half of the world. Where the same
submission writes 1,000 elsewhere, somebody put the thousands separator of another
language, and the figure is read a thousand times too small.

Write a thousand as 1000, without a separator. Reported once per submission, at
the first such number.`,
	Check: lint.Collect(separatedFigures, ambiguous),
}

// figure is a number whose separator may be one of thousands.
type figure struct {
	Written string
	Point   bool
	Place   lint.Place
}

func separatedFigures(p *lint.Pass, _ *schema.Entry) []figure {
	var found []figure
	seen := map[bool]bool{}
	for m := range lint.Nodes[*schema.Measurement](p) {
		if !m.Value.Present() {
			continue
		}
		value := strings.TrimSpace(m.Value.Value)
		point := isGrouped(value, '.') && strings.Count(value, ".") == 1
		if !point && !isGrouped(value, ',') || seen[point] {
			continue // the first of each kind will do
		}
		seen[point] = true
		found = append(found, figure{value, point, p.Keep(m.Value.At)})
	}
	return found
}

// isGrouped reports whether a text is digits in groups of three: 12,345.
func isGrouped(s string, separator byte) bool {
	if strings.IndexByte(s, separator) < 0 {
		return false
	}
	groups := strings.Split(s, string(separator))
	if len(groups) < 2 || len(groups[0]) == 0 || len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for i, g := range groups {
		if i > 0 && len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return false
		}
	}
	return true
}

func ambiguous(p *lint.Pass, all iter.Seq[figure]) {
	var point, comma *figure
	for f := range all {
		switch {
		case f.Point && point == nil:
			point = &f
		case !f.Point && comma == nil:
			comma = &f
		}
		if point != nil && comma != nil {
			break
		}
	}
	if point == nil || comma == nil {
		return
	}
	p.ReportAt(point.Place, lint.Violation{
		Message: fmt.Sprintf("%s may be meant as %s: this submission also writes thousands with a comma, as in %s",
			point.Written, strings.ReplaceAll(point.Written, ".", ""), comma.Written),
		Related: []lint.Related{lint.RelatedAt(comma.Place, "written with a comma")},
	})
}
