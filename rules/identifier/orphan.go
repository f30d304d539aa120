package identifier

import (
	"fmt"
	"iter"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Orphan reports outputs and indicators whose outcome is absent.
var Orphan = &lint.Rule{
	ID:       "identifier/orphan",
	Title:    "an output or indicator belongs to an outcome that is absent",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: `
By its number an output belongs to an outcome: D_1.1.2 to D_1.1. Where that
outcome is not in the submission, readers have nothing to show the output under,
and the number of one of the two is probably wrong.

Add the outcome, or correct the number. The rule needs a profile that gives the
scheme of identifiers, and looks only at offices whose outcomes are submitted.`,
	Check: lint.Collect(members, orphans),
}

// codeFact is an entry in its place of the numbering.
type codeFact struct {
	code
	Place lint.Place
}

func members(p *lint.Pass, e *schema.Entry) []codeFact {
	c, ok := codeOf(p.Env.Identifier, e.Identifier.Value)
	if !ok {
		return nil
	}
	c.Org = "" // may be left out
	return []codeFact{{c, p.Keep(e.Identifier.At)}}
}

func orphans(p *lint.Pass, all iter.Seq[codeFact]) {
	absent := map[code]bool{}        // parents that the submission does not have
	outcomes := map[[2]string]bool{} // offices and classes with an outcome
	for m := range all {
		if parent, ok := m.requiredParent(); ok {
			absent[parent] = true
		}
		if m.depth() <= 2 && m.Suffix == "" {
			outcomes[[2]string{m.Unit, m.Class}] = true
		}
	}
	for m := range all {
		delete(absent, m.code)
	}
	if len(absent) == 0 {
		return
	}
	for m := range all {
		parent, ok := m.requiredParent()
		if !ok || !absent[parent] || !outcomes[[2]string{m.Unit, m.Class}] {
			continue
		}
		p.ReportAt(m.Place, lint.Violation{
			Field:   "identifier",
			Message: fmt.Sprintf("%s belongs to %s, which is not in the submission", m.short(), parent.short()),
			Hint:    "add " + parent.short() + ", or correct the number",
		})
	}
}

// requiredParent returns the parent that an output or indicator belongs to; an outcome needs
// none.
func (m *codeFact) requiredParent() (code, bool) {
	if m.depth() < 3 && m.Suffix == "" {
		return code{}, false
	}
	return m.parent()
}
