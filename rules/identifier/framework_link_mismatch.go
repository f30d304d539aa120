package identifier

import (
	"fmt"
	"iter"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// FrameworkLinkMismatch reports outcomes whose link to the corporate framework
// does not fit.
var FrameworkLinkMismatch = &lint.Rule{
	ID:       "identifier/framework-link-mismatch",
	Title:    "the link of an outcome to the corporate framework does not fit",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
An office ties its outcomes to the organisation's framework in the statement:
"(related to SP_D_1.2: …)". The tie decides under which corporate result the
outcome is counted.

Reported are a development outcome tied to an organisational result or the other
way round, a tie to a corporate result that the submission does not have although
it has others, and (as info) an outcome without a tie among outcomes that have
one. The rule needs a profile that gives the scheme of identifiers.`,
	Check: lint.Collect(links, judgeLinks),
}

// linkFact is an entry with the corporate result that its statement names.
type linkFact struct {
	code
	To     code
	Linked bool
	At     lint.Place // of the link, or of the statement
}

func links(p *lint.Pass, e *schema.Entry) []linkFact {
	c, ok := codeOf(p.Env.Identifier, e.Identifier.Value)
	statement := e.Statement()
	if !ok || statement == nil {
		return nil
	}
	doc := prose.Of(p.Env, statement)
	for _, w := range doc.Words() {
		name := strings.Trim(w.Of(doc.Text()), ".:;,()")
		to, ok := codeOf(p.Env.Identifier, name)
		if ok && to.Framework && !c.Framework {
			return []linkFact{{c, to, true, p.Keep(prose.At(p, statement, w.Span))}}
		}
	}
	return []linkFact{{code: c, At: p.Keep(statement.At)}}
}

func judgeLinks(p *lint.Pass, all iter.Seq[linkFact]) {
	corporate := map[string]bool{} // results that the submission has
	siblings := map[[2]string][2]int{}
	for l := range all {
		if l.Framework {
			corporate[l.code.short()] = true
			continue
		}
		n := siblings[[2]string{l.Unit, l.Class}]
		n[0]++
		if l.Linked {
			n[1]++
		}
		siblings[[2]string{l.Unit, l.Class}] = n
	}
	for l := range all {
		n := siblings[[2]string{l.Unit, l.Class}]
		v := lint.Violation{Field: "title"}
		switch {
		case l.Framework:
			continue
		case !l.Linked:
			if n[1] < 3 || n[1]*4 < n[0]*3 {
				continue
			}
			v.Severity = lint.Info
			v.Message = fmt.Sprintf("%s names no corporate result, but %d of the %d outcomes of its kind do", l.code.short(), n[1], n[0])
		case l.To.Class != l.Class:
			v.Message = fmt.Sprintf("%s is tied to %s, which is of another kind (%s, not %s)", l.code.short(), l.To.short(), l.To.Class, l.Class)
		case len(corporate) > 0 && !corporate[l.To.short()]:
			v.Message = fmt.Sprintf("%s is tied to %s, which the submission does not have", l.code.short(), l.To.short())
		default:
			continue
		}
		p.ReportAt(l.At, v)
	}
}
