package identifier

import (
	"fmt"
	"strings"
	"unicode"

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

Write the identifier like the others. The rule compares identifiers that have the
same sequence of letters and numbers, where three or more of them, and two thirds,
agree on separators and capitals.`,
	Check: lint.Collect(styles, inconsistent),
}

// styled is an identifier with its style: what is left of it when letters and
// digits are left out.
type styled struct {
	id, local, skeleton, style string
	place                      lint.Place
}

func styles(p *lint.Pass, e *schema.Entry) []styled {
	id := strings.TrimFunc(e.Identifier.Value, isSpace)
	local := id
	if e.ReportingOrg != nil {
		local = strings.TrimPrefix(id, strings.TrimSpace(e.ReportingOrg.Ref.Value))
	} else if c, ok := codeOf(p.Env.Identifier, id); ok {
		local = strings.TrimPrefix(id, c.org)
	}
	if local == "" || len(slips(id)) > 0 {
		return nil
	}
	s := styled{id: strings.Clone(id), local: strings.Clone(local), place: p.Keep(e.Identifier.At)}
	s.skeleton, s.style = dress(local)
	return []styled{s}
}

// dress takes an identifier apart into what it is made of ("L0L" for letters,
// digits, letters) and how that is written: separators and capitals.
func dress(id string) (skeleton, style string) {
	var bones, cloth strings.Builder
	last := rune(0)
	for _, r := range id {
		kind, look := rune(0), r
		switch {
		case unicode.IsDigit(r):
			kind, look = '0', '0'
		case unicode.IsUpper(r):
			kind, look = 'L', 'A'
		case unicode.IsLetter(r):
			kind, look = 'L', 'a'
		}
		if kind != 0 && kind != last {
			bones.WriteRune(kind)
		}
		if written := cloth.String(); kind == 0 || !strings.HasSuffix(written, string(look)) {
			cloth.WriteRune(look)
		}
		last = kind
	}
	return bones.String(), cloth.String()
}

func inconsistent(p *lint.Pass, all []styled) {
	type group struct {
		count map[string]int
		first map[string]*styled
		n     int
	}
	groups := map[string]*group{}
	for i := range all {
		g := groups[all[i].skeleton]
		if g == nil {
			g = &group{count: map[string]int{}, first: map[string]*styled{}}
			groups[all[i].skeleton] = g
		}
		g.n++
		g.count[all[i].style]++
		if g.first[all[i].style] == nil {
			g.first[all[i].style] = &all[i]
		}
	}
	for i := range all {
		s := &all[i]
		g := groups[s.skeleton]
		usual := usualStyle(g.count, g.n)
		if usual == "" || s.style == usual {
			continue
		}
		model := g.first[usual]
		p.ReportAt(s.place, lint.Violation{
			Field:   "identifier",
			Message: fmt.Sprintf("identifier %q is written in another style than %d others, such as %q", s.id, g.count[usual], model.id),
			Related: []lint.Related{lint.RelatedAt(model.place, "written in the usual style")},
		})
	}
}

// usualStyle is the style of three identifiers or more that are two thirds of
// all; "" where there is none.
func usualStyle(count map[string]int, n int) string {
	for style, c := range count {
		if c >= 3 && c*3 >= n*2 {
			return style
		}
	}
	return ""
}
