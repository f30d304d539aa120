package identifier

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// InconsistentStyle reports identifiers that are dressed otherwise than the
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

// styled is an identifier with what it can be compared by: identifiers of one
// skeleton by their dress, entries of one kind by the depth of their numbers.
type styled struct {
	id, skeleton, dress string
	kind, depth         string // "" without a scheme
	place               lint.Place
}

func styles(p *lint.Pass, e *schema.Entry) []styled {
	id := strings.TrimFunc(e.Identifier.Value, isSpace)
	local := id
	c, ok := codeOf(p.Env.Identifier, id)
	switch {
	case e.ReportingOrg != nil:
		local = strings.TrimPrefix(id, strings.TrimSpace(e.ReportingOrg.Ref.Value))
	case ok:
		local = strings.TrimPrefix(id, c.org)
	}
	if local == "" || len(slips(id)) > 0 || p.Env.Identifier != nil && !ok {
		return nil // odd characters, or identifier/malformed
	}
	s := styled{id: strings.Clone(id), place: p.Keep(e.Identifier.At)}
	s.skeleton, s.dress = dress(local)
	if ok && e.Kind != schema.ActivityEntry && !c.framework {
		s.kind, s.depth = string(e.Kind)+" "+c.class, strconv.Itoa(c.depth())
	}
	return []styled{s}
}

func inconsistent(p *lint.Pass, all []styled) {
	unusual(p, all, func(s styled) (group, style string) { return s.skeleton, s.dress },
		func(s, model styled, others int) string {
			return fmt.Sprintf("identifier %q is written in another style than %d others, such as %q", s.id, others, model.id)
		})
	unusual(p, all, func(s styled) (group, style string) { return s.kind, s.depth },
		func(s, model styled, others int) string {
			return fmt.Sprintf("the number in %q has another depth than that of %d others of its kind, such as %q", s.id, others, model.id)
		})
}

// unusual reports identifiers whose style is not the one that three or more of
// their group, and two thirds of it, have.
func unusual(p *lint.Pass, all []styled, of func(styled) (group, style string), message func(s, model styled, others int) string) {
	count := map[string]int{}
	same := map[[2]string][]styled{}
	for _, s := range all {
		group, style := of(s)
		count[group]++
		key := [2]string{group, style}
		same[key] = append(same[key], s)
	}
	usual := map[string][]styled{}
	for key, list := range same {
		if n := len(list); n >= 3 && n*3 >= count[key[0]]*2 {
			usual[key[0]] = list
		}
	}
	for _, s := range all {
		group, style := of(s)
		list := usual[group]
		if group == "" || list == nil {
			continue
		}
		if _, normal := of(list[0]); normal == style {
			continue
		}
		p.ReportAt(s.place, lint.Violation{
			Field:   "identifier",
			Message: message(s, list[0], len(list)),
			Related: []lint.Related{lint.RelatedAt(list[0].place, "written in the usual style")},
		})
	}
}
