package identifier

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// InconsistentStyle reports identifiers that are written in another style than the
// others of their submission.
var InconsistentStyle = &lint.Rule{
	ID:       "identifier/inconsistent-style",
	Title:    "an identifier is written in another style than the others",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
MLI_D_1.1 and MLI-D-1.2 are read by people as one series. Programs compare
character by character: they sort the second elsewhere, and don't find it by the
office's code.

Write the identifier like the others. The rule compares separators and capitals of
identifiers that have the same sequence of letters and numbers and, with a profile
that gives the scheme, the depth of the numbers of outcomes, outputs or indicators
(D_1 among D_1.1, D_1.2). It speaks where three or more of them, and two thirds,
agree.`,
	Check: lint.Collect(styles, inconsistent),
}

// styleFact is an identifier with what it can be compared by: identifiers of one
// skeleton by their style, entries of one kind by the depth of their numbers.
type styleFact struct {
	ID, Skeleton, Style string
	Kind, Depth         string // "" without a scheme
	Place               lint.Place
}

func styles(p *lint.Pass, e *schema.Entry) []styleFact {
	id := strings.TrimFunc(e.Identifier.Value, isSpace)
	local := id
	c, ok := codeOf(p.Env.Identifier, id)
	switch {
	case e.ReportingOrg != nil:
		local = strings.TrimPrefix(id, strings.TrimSpace(e.ReportingOrg.Ref.Value))
	case ok:
		local = strings.TrimPrefix(id, c.Org)
	}
	if local == "" || len(slips(id)) > 0 || p.Env.Identifier != nil && !ok {
		return nil // odd characters, or identifier/malformed
	}
	s := styleFact{ID: id, Place: p.Keep(e.Identifier.At)}
	s.Skeleton, s.Style = styleOf(local)
	if ok && e.Kind != schema.ActivityEntry && !c.Framework {
		s.Kind, s.Depth = string(e.Kind)+" "+c.Class, strconv.Itoa(c.depth())
	}
	return []styleFact{s}
}

func inconsistent(p *lint.Pass, all iter.Seq[styleFact]) {
	unusual(p, all, func(s styleFact) (group, style string) { return s.Skeleton, s.Style },
		func(s, model styleFact, others int) string {
			return fmt.Sprintf("identifier %q is written in another style than %d others, such as %q", s.ID, others, model.ID)
		})
	unusual(p, all, func(s styleFact) (group, style string) { return s.Kind, s.Depth },
		func(s, model styleFact, others int) string {
			return fmt.Sprintf("the number in %q has another depth than that of %d others of its kind, such as %q", s.ID, others, model.ID)
		})
}

// styleCount is a style of a group of identifiers.
type styleCount struct {
	style string
	count int
	model styleFact // the first of them
}

// unusual reports identifiers whose style is not the one that three or more of
// their group, and two thirds of it, have.
func unusual(p *lint.Pass, all iter.Seq[styleFact], of func(styleFact) (group, style string), message func(s, model styleFact, others int) string) {
	count := map[string]int{}
	same := map[[2]string]*styleCount{}
	for s := range all {
		group, style := of(s)
		if group == "" {
			continue
		}
		count[group]++
		key := [2]string{group, style}
		if same[key] == nil {
			same[key] = &styleCount{style: style, model: s}
		}
		same[key].count++
	}
	usual := map[string]*styleCount{}
	for key, u := range same {
		if u.count >= 3 && u.count < count[key[0]] && u.count*3 >= count[key[0]]*2 {
			usual[key[0]] = u
		}
	}
	if len(usual) == 0 {
		return
	}
	for s := range all {
		group, style := of(s)
		u := usual[group]
		if u == nil || u.style == style {
			continue
		}
		p.ReportAt(s.Place, lint.Violation{
			Field:   "identifier",
			Message: message(s, u.model, u.count),
			Related: []lint.Related{lint.RelatedAt(u.model.Place, "written in the usual style")},
		})
	}
}
